package org.imaginghaven.pixels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaintTrialTest {

    private static final int SIDE = 240;
    private static final int GROUND = 60;
    private static final int INK = 30;
    private static final Box LINE = new Box(10, 10, 60, 12);

    @Test
    void theLineIsWrittenFainterAllOverTheFrameAndClearOfWhatWasFound() {
        GrayFrame frame = frame();
        FaintTrial trial = FaintTrial.of(List.of(frame), List.of(text(LINE)));
        GrayFrame written = trial.pictures().getFirst();
        assertThat(trial.places()).hasSizeGreaterThan(12).allMatch(place -> place.overlap(LINE) == 0)
                .anyMatch(place -> place.right() > SIDE - 60).anyMatch(place -> place.bottom() > SIDE - 30);
        for (Box place : trial.places()) {
            assertThat(strongest(frame, written, place)).isBetween(INK / 2, INK * 2 / 3);
        }
        assertThat(written.cut(LINE).pixels()).isEqualTo(frame.cut(LINE).pixels());
    }

    @Test
    void onGroundTooBrightForTheLineItIsWrittenDark() {
        GrayFrame frame = frame();
        for (int i = SIDE * SIDE / 2; i < SIDE * SIDE; i++) {
            frame.pixels()[i] = (byte) 253;
        }
        FaintTrial trial = FaintTrial.of(List.of(frame), List.of(text(LINE)));
        assertThat(trial.places()).anyMatch(place -> place.y() > SIDE / 2);
        for (Box place : trial.places()) {
            assertThat(strongest(frame, trial.pictures().getFirst(), place)).isGreaterThanOrEqualTo(INK / 2);
        }
    }

    @Test
    void theFaintestLineIsWritten() {
        GrayFrame frame = frame();
        Box strong = new Box(10, 60, 60, 12);
        stripes(frame, strong, 2 * INK);
        FaintTrial trial = FaintTrial.of(List.of(frame), List.of(text(strong), text(LINE)));
        assertThat(trial.places()).isNotEmpty()
                .allMatch(place -> strongest(frame, trial.pictures().getFirst(), place) < INK);
    }

    @Test
    void aLargeLineIsWrittenSmall() {
        GrayFrame frame = frame();
        Box large = new Box(10, 60, 160, 40);
        stripes(frame, large, INK);
        FaintTrial trial = FaintTrial.of(List.of(frame), List.of(text(large)));
        assertThat(trial.places()).hasSizeGreaterThan(6)
                .allMatch(place -> place.width() == 80 && place.height() == 20)
                .allMatch(place -> strongest(frame, trial.pictures().getFirst(), place) > 0);
    }

    @Test
    void aLineThatIsNotFoundAgainLowersWhatIsSeen() {
        FaintTrial trial = FaintTrial.of(List.of(frame()), List.of(text(LINE)));
        List<TextBox> all = trial.places().stream().map(FaintTrialTest::text).toList();
        assertThat(trial.seen(all)).isEqualTo(1);
        assertThat(trial.seen(all.subList(1, all.size()))).isLessThan(1);
        Box first = trial.places().getFirst();
        List<TextBox> half = IntStream.range(0, all.size())
                .mapToObj(i -> i == 0 ? text(new Box(first.x(), first.y(), 30, 12)) : all.get(i)).toList();
        assertThat(trial.seen(half)).isLessThan(1);
    }

    @Test
    void aFrameFullOfTextShowsNothing() {
        assertThat(FaintTrial.of(List.of(frame()), List.of(text(LINE))).isEnough()).isTrue();
        List<TextBox> full = List.of(text(LINE), text(new Box(0, 30, SIDE, SIDE - 30)));
        assertThat(FaintTrial.of(List.of(frame()), full).isEnough()).isFalse();
    }

    private static GrayFrame frame() {
        byte[] pixels = new byte[SIDE * SIDE];
        java.util.Arrays.fill(pixels, (byte) GROUND);
        GrayFrame frame = new GrayFrame(SIDE, SIDE, pixels);
        stripes(frame, LINE, INK);
        return frame;
    }

    private static void stripes(GrayFrame frame, Box box, int ink) {
        for (int y = box.y() + 2; y < box.bottom() - 2; y++) {
            for (int x = box.x() + 2; x < box.right() - 2; x += 5) {
                frame.pixels()[y * SIDE + x] = (byte) (GROUND + ink);
            }
        }
    }

    private static int strongest(GrayFrame before, GrayFrame after, Box place) {
        int most = 0;
        for (int i = 0; i < place.area(); i++) {
            int x = place.x() + i % place.width();
            int y = place.y() + i / place.width();
            most = Math.max(most, Math.abs(after.at(x, y) - before.at(x, y)));
        }
        return most;
    }

    private static TextBox text(Box box) {
        return new TextBox(box, TextBox.Certainty.READ, 0.95, false, true, new Reading("", 0));
    }
}
