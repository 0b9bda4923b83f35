package org.imaginghaven.pixels.text;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds text in one frame: lines by the detector, in one look at the frame and its local contrast together, each followed
 * beyond its ends; then a reading by the network, and by Tesseract where the network doubts. What no reader confirms is kept
 * as unread if its shape is a line's, and dropped otherwise: anatomy has edges that a detector takes for text, but nothing
 * that reads.
 *
 * <p>One per thread.
 */
final class TextFinder implements AutoCloseable {

    /** Side that a smaller frame is enlarged to, at most three times. */
    private static final int SIDE = 1280;
    private static final int TILE = 1280;
    private static final int TILE_OVERLAP = 192;
    private static final int LEAST_SIDE = 16;
    private static final double INK = 0.3;
    private static final double LEAST = 0.45;
    private static final double COVERED = 0.97;
    /**
     * Thickness, in pixels of the frame, from which a line that is not read is looked into, so many times closer: shapes that
     * lie over each other may look like letters as a whole, and hide smaller ones.
     */
    private static final int LARGE = 32;
    private static final double CLOSER = 1.15;
    /**
     * How much larger a frame is looked at again in which there was something like text and none that could be read; a frame
     * of {@link #SIDE} or more is not, as its grain would begin to look like letters.
     */
    private static final double AGAIN = 1.25;
    /** Added to each end of a line, in thicknesses: a half letter that was not seen identifies too. */
    private static final double AT_ENDS = 0.4;
    /** Added about it: strokes that lie over an edge of the picture are seen in part. */
    private static final double ABOUT = 0.08;
    /** A line that goes on by this factor is read again as a whole. */
    private static final double LONGER = 1.3;
    /** Letters that the network must have seen for a second opinion. */
    private static final int LEAST_DOUBT = 3;
    /** Grey levels that strokes must differ by for an unread line to count by its shape. */
    private static final int LEAST_INK = 18;
    /** Grey levels by which strokes differ from their surroundings, below which text is faint. */
    static final int FAINT = 80;
    /** The same on a line turned upright, which softens its strokes. */
    private static final int FAINT_TURNED = 60;

    /** Part of the faint lines written on trial that must be seen for those found to be all. */
    private static final double VOUCHED = 0.9;

    /** A word in a script that no reader knows: thicknesses long, at least; thickness and grey levels; changes along its rows. */
    private static final double SHORT = 1.5;
    private static final double WORD_THICKNESS = 48;
    private static final int WORD_INK = 30;
    private static final double LEAST_STROKES = 2.4;
    private static final double MOST_STROKES = 8;

    private final Networks networks;
    private final Tesseract tesseract;

    TextFinder(Networks networks, Tesseract tesseract) {
        this.networks = networks;
        this.tesseract = tesseract;
    }

    /**
     * @param pictures
     *            of one frame, each a way in which text may show
     * @param trial
     *            whether to find out if more like faint text would be seen; where that is not asked, it stays in doubt
     */
    List<TextBox> find(List<GrayFrame> pictures, boolean trial) throws OrtException {
        GrayFrame frame = pictures.getFirst();
        if (frame.width() < LEAST_SIDE || frame.height() < LEAST_SIDE) {
            return List.of();
        }
        List<TextBox> found = merged(seen(pictures));
        return trial && found.stream().anyMatch(TextBox::faint) && faintIsSeen(pictures, found)
                ? found.stream().map(TextBox::vouched).toList()
                : found;
    }

    private boolean faintIsSeen(List<GrayFrame> pictures, List<TextBox> found) throws OrtException {
        if (found.stream().anyMatch(text -> text.faint() && text.turned())) {
            return false;
        }
        FaintTrial trial = FaintTrial.of(pictures, found);
        return trial.isEnough() && trial.seen(seen(trial.pictures())) >= VOUCHED;
    }

    private List<TextBox> seen(List<GrayFrame> pictures) throws OrtException {
        List<TextBox> found = new ArrayList<>();
        GrayFrame frame = pictures.getFirst();
        Views views = Views.of(pictures);
        List<Line> unread = judge(pictures, look(views), found);
        if (found.isEmpty() && !unread.isEmpty() && scale(frame) > 1) {
            Box whole = new Box(0, 0, frame.width(), frame.height());
            unread.addAll(judge(pictures, lookInto(views, whole, AGAIN * scale(frame), AGAIN * TILE), found));
        }
        List<Box> large = unread.stream().filter(line -> line.thickness() >= LARGE).map(line -> box(frame, line))
                .toList();
        if (!large.isEmpty()) {
            double closer = CLOSER * scale(frame);
            Views close = Views.close(frame);
            for (Box part : apart(large)) {
                judge(pictures, lookInto(close, part, closer, TILE), found);
            }
        }
        return found;
    }

    private static double scale(GrayFrame frame) {
        return Math.clamp((double) SIDE / Math.max(frame.width(), frame.height()), 1, 3);
    }

    private List<Line> look(Views views) throws OrtException {
        GrayFrame frame = views.plain();
        int side = Math.max(frame.width(), frame.height());
        double k = scale(frame);
        Box whole = new Box(0, 0, frame.width(), frame.height());
        List<Line> lines = lookInto(views, whole, k, TILE);
        if (side * k > TILE) {
            // large letters, and lines longer than a tile, show on the whole
            lines.addAll(lookAt(views, whole, (double) SIDE / side));
        }
        return lines;
    }

    /** Looks at a part of the frame k times as large, in tiles of that side where it is too large to be seen at once. */
    private List<Line> lookInto(Views views, Box part, double k, double side) throws OrtException {
        int tile = (int) (side / k);
        int step = (int) ((side - TILE_OVERLAP) / k);
        int overlap = tile - step;
        List<Line> lines = new ArrayList<>();
        for (int y = part.y(); y == part.y() || y + overlap < part.bottom(); y += step) {
            for (int x = part.x(); x == part.x() || x + overlap < part.right(); x += step) {
                lines.addAll(lookAt(views,
                        new Box(x, y, Math.min(tile, part.right() - x), Math.min(tile, part.bottom() - y)), k));
            }
        }
        return lines;
    }

    /** Boxes that overlap as one. */
    private static List<Box> apart(List<Box> boxes) {
        List<Box> apart = new ArrayList<>();
        for (Box box : boxes) {
            Box all = box;
            for (int i = apart.size() - 1; i >= 0; i--) {
                if (apart.get(i).overlap(all) > 0) {
                    all = all.union(apart.remove(i));
                }
            }
            apart.add(all);
        }
        return apart;
    }

    /** Lines in a part of the frame, looked at k times as large, in the frame's coordinates. */
    private List<Line> lookAt(Views views, Box part, double k) throws OrtException {
        Box content = views.content(part);
        List<Line> lines = new ArrayList<>();
        if (content.area() == 0) {
            return lines;
        }
        int w = Math.max(8, (int) Math.round(content.width() * k));
        int h = Math.max(8, (int) Math.round(content.height() * k));
        for (Line line : networks.detector().find(views.cut(content).scaled(w, h), INK, LEAST)) {
            lines.add(line.scaled(1 / k).moved(content.x(), content.y()));
        }
        return lines;
    }

    /**
     * Adds the lines that are text to those found.
     *
     * @return what the detector took for text and nobody could read
     */
    private List<Line> judge(List<GrayFrame> pictures, List<Line> lines, List<TextBox> found) throws OrtException {
        List<Line> unread = new ArrayList<>();
        for (Line seen : lines) {
            Box box = box(pictures.getFirst(), seen);
            if (box.area() == 0 || found.stream().anyMatch(f -> box.coveredBy(f.box()) > COVERED)) {
                continue;
            }
            List<GrayFrame> clearest = clearestFirst(pictures, box);
            GrayFrame frame = clearest.getFirst();
            TextBox text = null;
            for (int i = 0; i < clearest.size() && text == null; i++) {
                text = readAsText(clearest.get(i), seen, frame);
            }
            if (text != null) {
                found.add(text);
            } else if (hasShapeOfText(frame, seen)) {
                found.add(textBox(frame, LineEnds.followed(frame, seen), seen.score(), new Reading("", 0)));
            } else {
                unread.add(seen);
            }
        }
        return unread;
    }

    /** Letters may stand out in one picture and be read in another, where less lies behind them. */
    private static List<GrayFrame> clearestFirst(List<GrayFrame> pictures, Box box) {
        return pictures.size() == 1
                ? pictures
                : pictures.stream()
                        .sorted(Comparator.comparingInt((GrayFrame picture) -> -Contrast.ink(picture, box))).toList();
    }

    /** The line as it is read in a picture, as far as it goes; null when it is not text there. */
    private @Nullable TextBox readAsText(GrayFrame picture, Line seen, GrayFrame clearest) throws OrtException {
        Line line = LineEnds.followed(picture, seen);
        Reading reading = read(picture, seen);
        boolean text = isText(reading, seen);
        if (!text && reading.letters() + reading.ideographs() > 0 && line.length() > LONGER * seen.length()) {
            reading = read(picture, line);
            text = isText(reading, line);
        }
        return text ? textBox(clearest, line, reading.confidence(), reading) : null;
    }

    /** Rows of like shapes, such as the pictures of a mosaic, read as one large letter again and again. */
    private static boolean isText(Reading reading, Line line) {
        return reads(reading) && fits(reading, line) && !(line.thickness() >= LARGE && reading.repeats());
    }

    /** Strokes too weak to see are not asked for their shape: contrast brought out by force makes lines of anatomy. */
    static boolean hasShapeOfText(GrayFrame frame, Line line) {
        if (line.score() < 0.95 || line.length() < SHORT * line.thickness()) {
            return false;
        }
        int ink = Contrast.ink(frame, box(frame, line));
        boolean isLong = line.length() >= 4 * line.thickness() && line.thickness() < LARGE;
        return ink >= LEAST_INK && (isLong || isWord(frame, line, ink));
    }

    /** A short line that no reader knows: a name in a script that they were not taught is two or three blocks of strokes. */
    private static boolean isWord(GrayFrame frame, Line line, int ink) {
        if (line.score() < 0.97 || line.thickness() > WORD_THICKNESS || ink < WORD_INK) {
            return false;
        }
        double strokes = Contrast.strokes(clear(frame, line, false));
        return strokes >= LEAST_STROKES && strokes <= MOST_STROKES;
    }

    /** The line cut upright, or turned by half, and stretched to the whole range. */
    private static GrayFrame clear(GrayFrame frame, Line line, boolean over) {
        GrayFrame cut = line.cut(frame, LineReader.HEIGHT, over);
        return Contrast.stretched(cut, new Box(0, 0, cut.width(), cut.height()));
    }

    private static TextBox textBox(GrayFrame frame, Line line, double sure, Reading reading) {
        Box box = box(frame, line.longer(AT_ENDS * line.thickness())).grown(
                (int) Math.round(ABOUT * line.thickness()), frame.width(), frame.height());
        TextBox.Certainty certainty = reading.letters() + reading.ideographs() > 0
                ? TextBox.Certainty.READ
                : TextBox.Certainty.UNREAD;
        return new TextBox(box, certainty, sure, line.isTurned(), isFaint(frame, line), reading);
    }

    private static Box box(GrayFrame frame, Line line) {
        int margin = 2 + (int) Math.round(line.thickness() * 0.12);
        return line.box(frame.width(), frame.height()).grown(margin, frame.width(), frame.height());
    }

    /** A turned line fills little of its upright box, so its own pixels are looked at. */
    private static boolean isFaint(GrayFrame frame, Line line) {
        if (!line.isTurned()) {
            return Contrast.ink(frame, box(frame, line)) < FAINT;
        }
        GrayFrame cut = line.cut(frame, LineReader.HEIGHT, false);
        return Contrast.ink(cut, new Box(0, 0, cut.width(), cut.height())) < FAINT_TURNED;
    }

    /** Few characters must be sure: speckle reads as two or three doubtful ones. */
    private static boolean reads(Reading reading) {
        double needed = switch (reading.letters()) {
            case 0, 1 -> 2;
            case 2 -> 0.9;
            case 3, 4 -> 0.8;
            case 5 -> 0.75;
            case 6 -> 0.65;
            default -> 0.55;
        };
        return reading.confidence() >= needed || readsIdeographs(reading);
    }

    private static boolean readsIdeographs(Reading reading) {
        return reading.ideographs() >= 2 && reading.confidence() >= (reading.ideographs() == 2 ? 0.9 : 0.8);
    }

    /** A few characters are no longer, and no larger, than characters are, and are hardly written at a slant: edges of anatomy read as two or three. */
    private static boolean fits(Reading reading, Line line) {
        double aspect = line.length() / line.thickness();
        int letters = reading.letters() + reading.ideographs();
        if (letters <= 3 && (line.isTurned() || line.thickness() > 48)) {
            return false;
        }
        return letters > 4 || aspect <= 1.1 * letters + 0.6;
    }

    /** Tesseract is sure of words that it sees in grain, so it must see more of them. */
    private static boolean secondReads(Reading reading) {
        return reading.letters() >= 5 && reading.confidence() >= 0.7;
    }

    /** As it lies, and turned by half: the detector does not tell which way is up. */
    private Reading read(GrayFrame frame, Line line) throws OrtException {
        Reading best = new Reading("", 0);
        for (boolean over : new boolean[]{false, true}) {
            GrayFrame clear = clear(frame, line, over);
            Reading reading = networks.reader().read(clear);
            if (reads(reading)) {
                return reading;
            }
            if (reading.confidence() > best.confidence()) {
                best = reading;
            }
            if (reading.letters() >= LEAST_DOUBT && line.length() >= 2.5 * line.thickness()) {
                Reading second = tesseract.line(clear);
                if (secondReads(second)) {
                    return second;
                }
            }
        }
        return best;
    }

    /** Findings that lie in another are dropped, and parts of one line are joined over the gaps between them. */
    private static List<TextBox> merged(List<TextBox> found) {
        List<TextBox> sorted = found.stream().sorted(Comparator.comparingLong((TextBox t) -> -t.box().area())).toList();
        List<TextBox> kept = new ArrayList<>();
        for (TextBox text : sorted) {
            if (kept.stream().noneMatch(k -> text.box().coveredBy(k.box()) > COVERED)) {
                kept.add(text);
            }
        }
        boolean again = true;
        while (again) {
            again = join(kept);
        }
        return kept;
    }

    private static boolean join(List<TextBox> kept) {
        for (int i = 0; i < kept.size(); i++) {
            for (int k = i + 1; k < kept.size(); k++) {
                if (oneLine(kept.get(i), kept.get(k))) {
                    kept.set(i, kept.get(i).joined(kept.remove(k)));
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean oneLine(TextBox a, TextBox b) {
        Box p = a.box();
        Box q = b.box();
        int gapX = Math.max(p.x(), q.x()) - Math.min(p.right(), q.right());
        int gapY = Math.max(p.y(), q.y()) - Math.min(p.bottom(), q.bottom());
        if (a.turned() && b.turned()) {
            return gapX < 8 && gapY < 8;
        }
        int thin = Math.min(p.height(), q.height());
        int narrow = Math.min(p.width(), q.width());
        boolean row = -gapY > 0.6 * Math.max(p.height(), q.height()) && gapX < 1.5 * thin;
        boolean column = -gapX > 0.6 * Math.max(p.width(), q.width()) && gapY < 1.5 * narrow
                && p.height() > 2 * p.width() && q.height() > 2 * q.width();
        return row || column;
    }

    @Override
    public void close() {
        tesseract.close();
    }
}
