package org.imaginghaven.pixels.text;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds text in one frame: lines by the detector on the frame, on its local contrast and, where it is noisy, on a smoothed
 * copy; then a closer look around each; then a reading by the network first and Tesseract second. What no reader confirms
 * is kept as unread if its shape is a line's, and dropped otherwise: anatomy has edges that a detector takes for text, but
 * nothing that reads.
 *
 * <p>One per thread.
 */
final class TextFinder implements AutoCloseable {

    /** Side that a smaller frame is enlarged to, at most three times; by measurement, 832 misses small text on speckle. */
    private static final int SIDE = 1024;
    private static final int TILE = 1280;
    private static final int TILE_OVERLAP = 192;
    private static final int LEAST_SIDE = 16;
    private static final double INK = 0.3;
    private static final double LEAST = 0.45;
    private static final double NOISY = 9;
    /** Grey levels by which strokes differ from their surroundings, below which text is faint. */
    private static final int FAINT = 38;
    /** The same on a line turned upright, which softens its strokes. */
    private static final int FAINT_TURNED = 25;

    private final Networks networks;
    private final Tesseract tesseract;

    TextFinder(Networks networks, Tesseract tesseract) {
        this.networks = networks;
        this.tesseract = tesseract;
    }

    List<TextBox> find(GrayFrame frame) throws OrtException {
        List<TextBox> found = new ArrayList<>();
        if (frame.width() < LEAST_SIDE || frame.height() < LEAST_SIDE) {
            return found;
        }
        judge(frame, look(frame), found, true);
        judge(frame, look(Contrast.local(frame, 20)), found, false);
        if (Contrast.noise(frame) > NOISY) {
            GrayFrame smooth = Contrast.smoothed(frame);
            judge(smooth, look(smooth), found, false);
        }
        for (TextBox text : List.copyOf(found)) {
            judge(frame, lookCloser(frame, text.box()), found, false);
        }
        return merged(found);
    }

    private List<Line> look(GrayFrame frame) throws OrtException {
        int side = Math.max(frame.width(), frame.height());
        double k = Math.clamp((double) SIDE / side, 1, 3);
        List<Line> lines = new ArrayList<>();
        if (side * k <= TILE) {
            lines.addAll(lookAt(frame, new Box(0, 0, frame.width(), frame.height()), k));
            return lines;
        }
        int step = TILE - TILE_OVERLAP;
        for (int y = 0; y == 0 || y + TILE_OVERLAP < frame.height(); y += step) {
            for (int x = 0; x == 0 || x + TILE_OVERLAP < frame.width(); x += step) {
                Box tile = new Box(x, y, Math.min(TILE, frame.width() - x), Math.min(TILE, frame.height() - y));
                lines.addAll(lookAt(frame, tile, 1));
            }
        }
        // large letters, and lines longer than a tile, show on the whole
        lines.addAll(lookAt(frame, new Box(0, 0, frame.width(), frame.height()), (double) SIDE / side));
        return lines;
    }

    private List<Line> lookCloser(GrayFrame frame, Box at) throws OrtException {
        int thick = Math.min(at.width(), at.height());
        int along = thick * 8;
        Box region = at.width() >= at.height() ? wider(at, along, thick, frame) : wider(at, thick, along, frame);
        double k = Math.clamp(32.0 / thick, 0.5, 4);
        double most = (double) TILE / Math.max(region.width(), region.height());
        return lookAt(Contrast.local(frame, Math.max(8, thick)), region, Math.min(k, most));
    }

    /** Lines in a part of the frame, looked at k times as large, in the frame's coordinates. */
    private List<Line> lookAt(GrayFrame frame, Box part, double k) throws OrtException {
        GrayFrame cut = part.area() == frame.pixels().length ? frame : frame.cut(part);
        int w = Math.max(8, (int) Math.round(cut.width() * k));
        int h = Math.max(8, (int) Math.round(cut.height() * k));
        List<Line> lines = new ArrayList<>();
        for (Line line : networks.detector().find(cut.scaled(w, h), INK, LEAST)) {
            lines.add(line.scaled(1 / k).moved(part.x(), part.y()));
        }
        return lines;
    }

    private static Box wider(Box box, int dx, int dy, GrayFrame frame) {
        int left = Math.max(0, box.x() - dx);
        int top = Math.max(0, box.y() - dy);
        return new Box(left, top, Math.min(frame.width(), box.right() + dx) - left,
                Math.min(frame.height(), box.bottom() + dy) - top);
    }

    /**
     * @param unreadToo
     *            whether a line that no reader can read counts by its shape: only on the frame as it is, for contrast brought
     *            out by force makes lines of anatomy
     */
    private void judge(GrayFrame frame, List<Line> lines, List<TextBox> found, boolean unreadToo) throws OrtException {
        for (Line line : lines) {
            int margin = 2 + (int) Math.round(line.thickness() * 0.12);
            Box box = line.box(frame.width(), frame.height()).grown(margin, frame.width(), frame.height());
            if (box.area() == 0 || found.stream().anyMatch(f -> box.coveredBy(f.box()) > 0.97)) {
                continue;
            }
            Reading reading = read(frame, line);
            double aspect = line.length() / line.thickness();
            boolean faint = isFaint(frame, line, box);
            if (reads(reading) && fits(reading, line)) {
                found.add(new TextBox(box, TextBox.Certainty.READ, reading.confidence(), line.isTurned(), faint,
                        reading));
            } else if (unreadToo && aspect >= 4 && line.score() >= 0.95 && line.thickness() < 32) {
                found.add(new TextBox(box, TextBox.Certainty.UNREAD, line.score(), line.isTurned(), faint, reading));
            }
        }
    }

    /** A turned line fills little of its upright box, so its own pixels are looked at. */
    private static boolean isFaint(GrayFrame frame, Line line, Box box) {
        if (!line.isTurned()) {
            return Contrast.ink(frame, box) < FAINT;
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
        return reading.confidence() >= needed;
    }

    /** A few characters are no longer, and no larger, than characters are, and are hardly written at a slant: edges of anatomy read as two or three. */
    private static boolean fits(Reading reading, Line line) {
        double aspect = line.length() / line.thickness();
        if (reading.letters() <= 3 && (line.isTurned() || line.thickness() > 48)) {
            return false;
        }
        return reading.letters() > 4 || aspect <= 1.1 * reading.letters() + 0.6;
    }

    /** Tesseract is sure of words that it sees in grain, so it must see more of them. */
    private static boolean secondReads(Reading reading) {
        return reading.letters() >= 5 && reading.confidence() >= 0.7;
    }

    /** As it lies, and turned by half: the detector does not tell which way is up. */
    private Reading read(GrayFrame frame, Line line) throws OrtException {
        Reading best = new Reading("", 0);
        for (boolean over : new boolean[]{false, true}) {
            GrayFrame cut = line.cut(frame, LineReader.HEIGHT, over);
            GrayFrame clear = Contrast.stretched(cut, new Box(0, 0, cut.width(), cut.height()));
            Reading reading = networks.reader().read(clear);
            if (reads(reading)) {
                return reading;
            }
            if (reading.confidence() > best.confidence()) {
                best = reading;
            }
            if (line.length() >= 2.5 * line.thickness()) {
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
            if (kept.stream().noneMatch(k -> text.box().coveredBy(k.box()) > 0.97)) {
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
