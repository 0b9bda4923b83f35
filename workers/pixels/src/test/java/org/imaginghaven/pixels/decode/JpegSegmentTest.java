package org.imaginghaven.pixels.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class JpegSegmentTest {

    private static final String FRAME = "ffd8 ffff fff7 0011 08 000c 0010 03 011100 021100 031100";
    private static final String SCAN = " ffda 000c 03 0100 0200 0300 00 02 00 aa";

    @Test
    void headerAndStartOfAJpegLsStreamAgreeOverOneWalk() throws UndecodableException {
        byte[] stream = bytes(FRAME + SCAN);
        JpegHeader header = JpegHeader.of(stream);
        JpegLsStart start = JpegLsStart.of(stream);
        assertThat(header).isEqualTo(new JpegHeader(0xf7, 8, 12, 16, 3, -1, 2));
        assertThat(start.width()).isEqualTo(header.width());
        assertThat(start.height()).isEqualTo(header.height());
        assertThat(start.data()).isEqualTo(stream.length - 1);
    }

    @Test
    void bothRefuseASegmentThatDoesNotFit() {
        for (String lying : new String[]{" fffe 0001 00", " fffe ffff 00", " fffe 0000 00"}) {
            byte[] stream = bytes(FRAME + lying + SCAN);
            assertThatThrownBy(() -> JpegHeader.of(stream)).hasMessageContaining("CORRUPT, JPEG markers");
            assertThatThrownBy(() -> JpegLsStart.of(stream)).hasMessageContaining("CORRUPT, JPEG markers");
        }
        byte[] endless = bytes(FRAME + " fffe 0002".repeat(10_000) + SCAN);
        assertThatThrownBy(() -> JpegHeader.of(endless)).hasMessageContaining("CORRUPT, JPEG markers");
        byte[] noScan = bytes(FRAME);
        assertThatThrownBy(() -> JpegHeader.of(noScan)).hasMessageContaining("CORRUPT, no JPEG scan");
        byte[] noStart = bytes("ffe0" + FRAME + SCAN);
        assertThatThrownBy(() -> JpegLsStart.of(noStart)).hasMessageContaining("CORRUPT, no JPEG start");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
