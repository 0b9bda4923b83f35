package org.imaginghaven.pixels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.dicom.pixel.PixelTextFinder.Finding;
import org.junit.jupiter.api.Test;

class BlankingTextFinderTest {

    private static final PixelFormat FORMAT = new PixelFormat("1.2.840.10008.1.2.1", 100, 200, 1, "MONOCHROME2", 0, 8,
            8,
            7, false, 2, false, false);

    @Test
    void whatLiesUnderSeveralBoxesIsCountedOnce() {
        List<PixelFindings.Place> places = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            places.add(place(0, new Box(i, 0, 150, 30), false));
        }
        assertThat(BlankingTextFinder.decide(new PixelFindings(2, places), FORMAT)).isInstanceOf(Finding.Boxes.class);
    }

    @Test
    void aFrameThatIsMostlyTextIsHeldBack() {
        PixelFindings all = new PixelFindings(2,
                List.of(place(1, new Box(0, 0, 200, 25), false), place(1, new Box(0, 50, 200, 25), false)));
        assertThat(BlankingTextFinder.decide(all, FORMAT)).isEqualTo(new Finding.Unsure("MOSTLY_TEXT"));
    }

    @Test
    void faintTextIsHeldBackForMoreLikeItMayLieUnseen() {
        PixelFindings faint = new PixelFindings(2, List.of(place(0, new Box(5, 5, 60, 12), true)));
        assertThat(BlankingTextFinder.decide(faint, FORMAT)).isEqualTo(new Finding.Unsure("FAINT_TEXT"));
    }

    private static PixelFindings.Place place(int frame, Box box, boolean faint) {
        return new PixelFindings.Place(frame, box, true, faint, 0.9, new Reading("Calderwick 55", 0.9));
    }
}
