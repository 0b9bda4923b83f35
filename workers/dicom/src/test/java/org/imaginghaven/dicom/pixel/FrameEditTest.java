package org.imaginghaven.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameEditTest {

    private static PixelFormat format(int samples, String photometric, int planar, int bits, boolean bigEndian) {
        return new PixelFormat("", 6, 8, samples, photometric, planar, bits, bits == 16 ? 12 : bits, bits == 16
                ? 11
                : bits - 1, false, 2, bigEndian, false);
    }

    @ParameterizedTest
    @CsvSource({"1,MONOCHROME2,0,8,false", "1,MONOCHROME1,0,16,false", "1,MONOCHROME2,0,16,true", "3,RGB,0,8,false",
            "3,RGB,1,8,false", "3,YBR_FULL,0,8,false", "3,YBR_FULL,1,8,false", "3,RGB,0,16,true",
            "1,PALETTE COLOR,0,8,false"})
    void exactlyTheBoxTurnsBlack(int samples, String photometric, int planar, int bits, boolean bigEndian) {
        PixelFormat format = format(samples, photometric, planar, bits, bigEndian);
        byte[] frame = new byte[(int) format.frameBytes()];
        Arrays.fill(frame, (byte) 9);
        Rectangle box = new Rectangle(3, 2, 4, 3);
        new FrameEdit(Map.of(-1, List.of(box)), false).apply(frame, format, 1);
        byte[] plain = NativeFrame.interleaved(frame, format);
        byte[] untouched = new byte[frame.length];
        Arrays.fill(untouched, (byte) 9);
        byte[] before = NativeFrame.interleaved(untouched, format);
        int size = samples * bits / 8;
        for (int pixel = 0; pixel < 48; pixel++) {
            boolean inside = pixel % 8 >= 3 && pixel % 8 < 7 && pixel / 8 >= 2 && pixel / 8 < 5;
            byte[] is = Arrays.copyOfRange(plain, pixel * size, pixel * size + size);
            assertThat(is).as("pixel %s", pixel)
                    .isEqualTo(inside ? new byte[size] : Arrays.copyOfRange(before, pixel * size, pixel * size + size));
        }
    }

    @Test
    void bitsAboveTheSamplesAreClearedAndSamplesStay() {
        for (boolean bigEndian : new boolean[]{false, true}) {
            PixelFormat format = format(1, "MONOCHROME2", 0, 16, bigEndian);
            byte[] frame = new byte[96];
            Arrays.fill(frame, (byte) 0xFF);
            new FrameEdit(Map.of(), true).apply(frame, format, 0);
            for (int i = 0; i < 96; i++) {
                assertThat(frame[i] & 0xFF).isEqualTo((i & 1) == (bigEndian ? 0 : 1) ? 0x0F : 0xFF);
            }
        }
    }

    @Test
    void boxesCountFromTheFarEdgeAndNeverLeaveTheFrame() {
        PixelRules rules = PixelRules.parse("rule a: blank -3,0,*,2 0,-1,*,*@2 5,5,90,90 when Modality = US", "px");
        PixelRules.Action.Blank blank = (PixelRules.Action.Blank) rules.rules().get(0).action();
        assertThat(blank.boxes().stream().map(box -> box.in(8, 6))).containsExactly(new Rectangle(5, 0, 3, 2),
                new Rectangle(0, 5, 8, 1), new Rectangle(5, 5, 3, 1));
        assertThat(blank.boxes().get(1).frame()).isEqualTo(2);
    }
}
