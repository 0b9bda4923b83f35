package org.imaginghaven.pixels.text;

import ai.onnxruntime.OrtException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds text in one frame: lines by the detector on the frame and on its local contrast, a closer look around each, and a
 * reading by the network first and Tesseract second. What no reader confirms is kept as unread if its shape is a line's,
 * and dropped otherwise: anatomy has edges that a detector takes for text, but nothing that reads.
 *
 * <p>One per thread.
 */
final class TextFinder implements AutoCloseable {

    private static final double INK = 0.3;
    private static final double LEAST = 0.45;

    private final Networks networks;
    private final Tesseract tesseract;
    private final int size;
    private final boolean faint;
    private final boolean closer;

    TextFinder(Networks networks, Tesseract tesseract, int size, boolean faint, boolean closer) {
        this.networks = networks;
        this.tesseract = tesseract;
        this.size = size;
        this.faint = faint;
        this.closer = closer;
    }

    List<TextBox> find(GrayFrame frame) throws OrtException {
        List<TextBox> found = new ArrayList<>();
        List<Line> lines = new ArrayList<>(look(frame));
        if (faint) {
            lines.addAll(look(Contrast.local(frame, 20)));
        }
        for (Line line : lines) {
            judge(frame, line, found);
        }
        if (closer) {
            for (TextBox text : List.copyOf(found)) {
                for (Line line : lookCloser(frame, text.box())) {
                    judge(frame, line, found);
                }
            }
        }
        return merged(found);
    }

    private List<Line> look(GrayFrame frame) throws OrtException {
        double k = Math.clamp((double) size / Math.max(frame.width(), frame.height()), 1, 3);
        List<Line> lines = new ArrayList<>();
        GrayFrame scaled = frame.scaled((int) Math.round(frame.width() * k), (int) Math.round(frame.height() * k));
        for (Line line : networks.detector().find(scaled, INK, LEAST)) {
            lines.add(line.scaled(1 / k));
        }
        return lines;
    }

    private List<Line> lookCloser(GrayFrame frame, Box at) throws OrtException {
        int thick = Math.min(at.width(), at.height());
        int along = thick * 8;
        Box region = at.width() >= at.height() ? wider(at, along, thick, frame) : wider(at, thick, along, frame);
        double k = Math.clamp(32.0 / thick, 0.5, 4);
        GrayFrame part = Contrast.stretched(frame, region);
        GrayFrame scaled = part.scaled(Math.max(8, (int) (part.width() * k)), Math.max(8, (int) (part.height() * k)));
        List<Line> lines = new ArrayList<>();
        for (Line line : networks.detector().find(scaled, INK, LEAST)) {
            Line back = line.scaled(1 / k);
            lines.add(new Line(back.centreX() + region.x(), back.centreY() + region.y(), back.length(),
                    back.thickness(), back.angle(), back.score()));
        }
        return lines;
    }

    private static Box wider(Box box, int dx, int dy, GrayFrame frame) {
        int left = Math.max(0, box.x() - dx);
        int top = Math.max(0, box.y() - dy);
        return new Box(left, top, Math.min(frame.width(), box.right() + dx) - left,
                Math.min(frame.height(), box.bottom() + dy) - top);
    }

    private void judge(GrayFrame frame, Line line, List<TextBox> found) throws OrtException {
        int margin = 2 + (int) Math.round(line.thickness() * 0.12);
        Box box = line.box(frame.width(), frame.height()).grown(margin, frame.width(), frame.height());
        if (box.area() == 0 || found.stream().anyMatch(f -> box.coveredBy(f.box()) > 0.97)) {
            return;
        }
        Reading best = read(frame, line);
        boolean text = reads(best);
        double aspect = line.length() / line.thickness();
        if (text) {
            found.add(new TextBox(box, TextBox.Certainty.READ, best.confidence(), best));
        } else if (aspect >= 2.5 && line.score() >= 0.8 && line.thickness() < 64) {
            found.add(new TextBox(box, TextBox.Certainty.UNREAD, line.score(), best));
        }
    }

    private static boolean reads(Reading reading) {
        return reading.letters() >= 2 && reading.confidence() >= 0.6 || reading.letters() >= 4 && reading.confidence() >= 0.5;
    }

    private Reading read(GrayFrame frame, Line line) throws OrtException {
        Reading best = new Reading("", 0);
        for (boolean over : new boolean[] { false, true }) {
            GrayFrame cut = line.cut(frame, LineReader.HEIGHT, over);
            GrayFrame clear = Contrast.stretched(cut, new Box(0, 0, cut.width(), cut.height()));
            Reading reading = networks.reader().read(clear);
            if (reading.confidence() > best.confidence() && reading.letters() > 0) {
                best = reading;
            }
            if (reads(best) && best.confidence() > 0.8) {
                return best;
            }
            Reading second = tesseract.line(clear);
            if (reads(second) && second.confidence() > best.confidence()) {
                best = second;
            }
        }
        return best;
    }

    /** Findings that lie in another are dropped. */
    private static List<TextBox> merged(List<TextBox> found) {
        List<TextBox> sorted = found.stream().sorted(Comparator.comparingLong((TextBox t) -> -t.box().area())).toList();
        List<TextBox> kept = new ArrayList<>();
        for (TextBox text : sorted) {
            if (kept.stream().noneMatch(k -> text.box().coveredBy(k.box()) > 0.97 && k.certainty() == text.certainty())) {
                kept.add(text);
            }
        }
        return kept;
    }

    @Override
    public void close() {
        tesseract.close();
    }
}
