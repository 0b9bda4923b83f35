package org.imaginghaven.pixels.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A trial of whether faint text would be seen wherever it lay: the faintest line that was found is written again, fainter
 * still, all over the frame, for the finder to look for.
 *
 * @param pictures
 *            of the frame, with the lines written on each
 * @param places
 *            where they were written
 */
record FaintTrial(List<GrayFrame> pictures, List<Box> places) {

    /** Of the strength that the line was found with: the same ink on a brighter ground is that much fainter. */
    private static final double WEAKER = 0.6;
    /** Part of the line's ink from which a pixel is stroke and not grain. */
    private static final double STROKE = 0.4;
    /** Length, in thicknesses, that a line is written to at most. */
    private static final int LONGEST = 6;
    /** Height of a line's box, pixels, to which a larger one is made smaller: small text is harder to see. */
    private static final int SMALL = 20;
    /** Lines written at most: reading each takes time, and so many show what the frame hides. */
    private static final int MOST = 80;
    /** Lines written, below which a frame is too small, or too full of text, for a trial to show anything. */
    private static final int LEAST = 6;
    /** Part of a line that the finder must cover. */
    private static final double COVERED = 0.9;

    /** Writes the faintest of the texts, which must be in rows or columns, clear of those found. */
    static FaintTrial of(List<GrayFrame> pictures, List<TextBox> found) {
        Box model = found.stream().filter(TextBox::faint).map(text -> shortened(text.box()))
                .min(Comparator.comparingInt(box -> ink(pictures, box))).orElseThrow();
        Box small = small(model);
        List<Box> places = places(pictures.getFirst(), small, found);
        return new FaintTrial(pictures.stream().map(picture -> written(picture, model, small, places)).toList(),
                places);
    }

    private static Box small(Box model) {
        double part = Math.min(1, (double) SMALL / Math.min(model.width(), model.height()));
        return new Box(model.x(), model.y(), (int) Math.round(part * model.width()),
                (int) Math.round(part * model.height()));
    }

    /** A word or two: where a long line fits hardly anywhere, little would be tried. */
    private static Box shortened(Box line) {
        int longest = LONGEST * Math.min(line.width(), line.height());
        return new Box(line.x(), line.y(), Math.min(line.width(), longest), Math.min(line.height(), longest));
    }

    private static int ink(List<GrayFrame> pictures, Box box) {
        return pictures.stream().mapToInt(picture -> Contrast.ink(picture, box)).max().orElseThrow();
    }

    /** In rows that are shifted against each other like bricks. */
    private static List<Box> places(GrayFrame frame, Box model, List<TextBox> found) {
        int gap = Math.max(4, Math.min(model.width(), model.height()) / 2);
        double all = (double) frame.width() * frame.height()
                / ((model.width() + gap) * (double) (model.height() + gap));
        double wider = Math.sqrt(Math.max(1, all / MOST));
        int across = (int) ((model.width() + gap) * wider);
        int down = (int) ((model.height() + gap) * wider);
        List<Box> places = new ArrayList<>();
        for (int row = 0; gap + row * down + model.height() <= frame.height(); row++) {
            int from = row % 2 == 0 ? gap : gap + across / 2;
            for (int x = from; x + model.width() + gap <= frame.width(); x += across) {
                Box place = new Box(x, gap + row * down, model.width(), model.height());
                Box wide = place.grown(gap, frame.width(), frame.height());
                if (found.stream().noneMatch(text -> text.box().overlap(wide) > 0)) {
                    places.add(place);
                }
            }
        }
        return places;
    }

    private static GrayFrame written(GrayFrame picture, Box model, Box small, List<Box> places) {
        int[] strokes = strokes(picture, model, small);
        byte[] out = picture.pixels().clone();
        for (Box place : places) {
            int sign = room(picture, place, strokes);
            for (int i = 0; i < strokes.length; i++) {
                int at = (place.y() + i / place.width()) * picture.width() + place.x() + i % place.width();
                out[at] = (byte) Math.clamp((picture.pixels()[at] & 0xff) + (long) sign * strokes[i], 0, 255);
            }
        }
        return new GrayFrame(picture.width(), picture.height(), out);
    }

    /** What the line adds to its ground, grey levels. */
    private static int[] strokes(GrayFrame picture, Box model, Box small) {
        int[] strokes = Contrast.aboveMean(picture.cut(model).scaled(small.width(), small.height()));
        int ink = Contrast.ink(picture, model);
        for (int i = 0; i < strokes.length; i++) {
            strokes[i] = Math.abs(strokes[i]) < STROKE * ink ? 0 : (int) Math.round(WEAKER * strokes[i]);
        }
        return strokes;
    }

    /** 1, or -1 where the ground is so bright or dark that the strokes would not be there. */
    private static int room(GrayFrame picture, Box place, int[] strokes) {
        long kept = 0;
        long turned = 0;
        for (int i = 0; i < strokes.length; i++) {
            int ground = picture.at(place.x() + i % place.width(), place.y() + i / place.width());
            kept += Math.abs(Math.clamp(ground + (long) strokes[i], 0, 255) - ground);
            turned += Math.abs(Math.clamp(ground - (long) strokes[i], 0, 255) - ground);
        }
        return kept >= turned ? 1 : -1;
    }

    boolean isEnough() {
        return places.size() >= LEAST;
    }

    /** The part of the places that the finder found. */
    double seen(List<TextBox> found) {
        long seen = places.stream().filter(place -> covered(place, found)).count();
        return (double) seen / places.size();
    }

    private static boolean covered(Box place, List<TextBox> found) {
        int covered = 0;
        for (int x = place.x(); x < place.right(); x++) {
            for (int y = place.y(); y < place.bottom(); y++) {
                Box pixel = new Box(x, y, 1, 1);
                covered += found.stream().anyMatch(text -> text.box().overlap(pixel) > 0) ? 1 : 0;
            }
        }
        return covered >= COVERED * place.area();
    }
}
