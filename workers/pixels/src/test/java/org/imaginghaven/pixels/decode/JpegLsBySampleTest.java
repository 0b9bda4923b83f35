package org.imaginghaven.pixels.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Streams of the pattern below as dcmtk's encoder (dcmcjpls +is) writes them: with runs, edges and rough ground. */
class JpegLsBySampleTest {

    private static final int WIDTH = 16;
    private static final int HEIGHT = 12;
    private static final byte[] LOSSLESS = Base64.getDecoder().decode("""
            /9j/9wARCAAMABADAREAAhEAAxEA/9oADAMBAAIAAwAAAgAAAAS6CTUtFwAEAUAwDQOLg6cb+NAB2AAJ8XOLWlrSwACtqRr729pttN6e\
            uXbc8lCHt89PS6dd710nbUR6ffv0+/9/9dlRAAAAKRZqnLACsGoWha+haGsAAAC1XNZq9BqAhrW3TTVLf8zf/3eAAZExKmp+Px48dGke\
            PHj48cl2lSqwsWLGzKVo+8+Y0AAAE/qVjwMxgUMKB3AdwCkDQAAALgy9VqK+kdEkAsau3jXhwcB8/XtNNNOCezeNcHBwH3StpppphHs3\
            juHBYFx9pttppiL//9k=""");
    private static final byte[] WITHIN_TWO = Base64.getDecoder().decode("""
            /9j/9wARCAAMABADAREAAhEAAxEA/9oADAMBAAIAAwACAgAAVSrO+2NsRQ0EAUAAAPUy27YAfq651UarOXlu/tXP+uz+9U2/SXUvTr+n\
            Wf9VAAGWy1lu6eeWAAAHve6w3t7U1Z/zTf9305zj/1+csmd1rnOP+Tic5zrLTWtagAXdzRgm5zZpIAGrNq1VD1k/+5zo6nSllrOt/1/8\
            50qy1rWv/1NHOs051rWsoP/Z""");

    private static int pattern(int x, int y, int c) {
        return switch (c) {
            case 0 -> (x / 5 + y / 4) % 2 == 0 ? 40 : x * 9 + y;
            case 1 -> y < 6 ? 7 : x * y % 251;
            default -> x > 9 ? 200 : (x * x + 3 * y) % 256;
        };
    }

    @Test
    void losslessGivesEverySample() throws UndecodableException {
        assertThat(furthest(JpegLsBySample.decode(LOSSLESS))).isZero();
    }

    @Test
    void nearLosslessStaysAsNearAsItSays() throws UndecodableException {
        assertThat(furthest(JpegLsBySample.decode(WITHIN_TWO))).isEqualTo(2);
    }

    private static int furthest(Samples samples) {
        int most = 0;
        for (int i = 0; i < WIDTH * HEIGHT * 3; i++) {
            most = Math.max(most,
                    Math.abs((samples.values()[i] & 0xffff) - pattern(i / 3 % WIDTH, i / 3 / WIDTH, i % 3)));
        }
        return most;
    }

    @Test
    void aStreamThatEndsEarlyOrLiesIsRefusedAndNothingElseHappens() {
        for (int length = 2; length < LOSSLESS.length - 4; length++) {
            byte[] part = Arrays.copyOf(LOSSLESS, length);
            assertThatThrownBy(() -> JpegLsBySample.decode(part)).isInstanceOf(UndecodableException.class);
        }
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = LOSSLESS.clone();
            for (int k = 0; k < 3; k++) {
                broken[2 + random.nextInt(broken.length - 2)] = (byte) random.nextInt();
            }
            try {
                assertThat(JpegLsBySample.decode(broken).values()).isNotEmpty();
            } catch (UndecodableException e) {
                assertThat(e.kind()).isNotNull();
            }
        }
    }

    @Test
    void whatItCannotReadSurelyIsRefused() {
        byte[] shifted = LOSSLESS.clone();
        shifted[34] = 1;
        assertThatThrownBy(() -> JpegLsBySample.decode(shifted))
                .hasMessage("frame cannot be decoded: UNSUPPORTED, JPEG-LS point transform");
        byte[] huge = LOSSLESS.clone();
        huge[7] = huge[8] = huge[9] = huge[10] = 0x7f;
        assertThatThrownBy(() -> JpegLsBySample.decode(huge))
                .hasMessage("frame cannot be decoded: MISMATCH, size");
    }
}
