package org.imaginghaven.pixels.text;

/**
 * Follows a line beyond the ends that the detector gave it: where text crosses from dark to bright, the detector may see half
 * of it. The strokes of the line go on where neighbouring pixels differ as much as inside it, and more than beside it.
 */
final class LineEnds {

    /** Length of a step along the line, and half of the band looked at across it, in thicknesses. */
    private static final double STEP = 0.5;
    private static final double HALF_BAND = 0.35;
    /** Steps beyond an end at most: the detector may see one word of a long line. Then steps without strokes that still are a gap. */
    private static final int MOST_STEPS = 40;
    private static final int GAP = 2;
    /** Of the strokes inside the line, and of what lies beside. */
    private static final double OF_INSIDE = 0.5;
    private static final double OF_BESIDE = 1.4;
    /** What the detector adds around letters, in thicknesses. */
    private static final double AIR = 0.25;

    /** Added where a line was followed, in thicknesses: its last step may hold half a letter, too little to count. */
    private static final double BEYOND = 0.75;

    private final GrayFrame frame;
    private final Line line;
    private final double cos;
    private final double sin;
    private final double step;

    private LineEnds(GrayFrame frame, Line line) {
        this.frame = frame;
        this.line = line;
        this.cos = Math.cos(line.angle());
        this.sin = Math.sin(line.angle());
        this.step = Math.max(3, line.thickness() * STEP);
    }

    /** The line as far as its strokes go; the same line when they end where it ends. */
    static Line followed(GrayFrame frame, Line line) {
        LineEnds ends = new LineEnds(frame, line);
        double inside = ends.inside();
        double after = ends.beyond(1, inside);
        double before = ends.beyond(-1, inside);
        if (after == 0 && before == 0) {
            return line;
        }
        double shift = (after - before) / 2;
        return new Line(line.centreX() + shift * ends.cos, line.centreY() + shift * ends.sin,
                line.length() + after + before, line.thickness(), line.angle(), line.score());
    }

    private double inside() {
        double half = Math.max(step, line.length() / 2 - AIR * line.thickness());
        return strokes(-half, half, 0);
    }

    /** How far strokes go beyond an end, pixels. */
    private double beyond(int side, double inside) {
        double end = line.length() / 2;
        double from = Math.max(0, end - AIR * line.thickness());
        double reached = 0;
        int gap = 0;
        for (int i = 0; i < MOST_STEPS && gap <= GAP; i++) {
            double a = from + i * step;
            double here = strokes(side * a, side * (a + step), 0);
            if (here < 0) {
                break;
            }
            double across = 1.2 * line.thickness();
            double beside = Math.min(strokes(side * a, side * (a + step), across),
                    strokes(side * a, side * (a + step), -across));
            if (here >= Math.max(OF_INSIDE * inside, OF_BESIDE * Math.max(0, beside))) {
                reached = a + step;
                gap = 0;
            } else {
                gap++;
            }
        }
        return reached <= end ? 0 : reached + BEYOND * line.thickness() - end;
    }

    /** Mean difference of neighbouring pixels in a band along the line, grey levels; -1 outside the frame. */
    private double strokes(double u0, double u1, double across) {
        double half = HALF_BAND * line.thickness();
        long sum = 0;
        int count = 0;
        for (double u = Math.min(u0, u1); u < Math.max(u0, u1); u++) {
            for (double v = across - half; v <= across + half; v++) {
                int x = (int) Math.round(line.centreX() + u * cos - v * sin - 0.5);
                int y = (int) Math.round(line.centreY() + u * sin + v * cos - 0.5);
                if (x >= 1 && y >= 1 && x < frame.width() - 1 && y < frame.height() - 1) {
                    sum += Math.abs(frame.at(x + 1, y) - frame.at(x - 1, y))
                            + Math.abs(frame.at(x, y + 1) - frame.at(x, y - 1));
                    count++;
                }
            }
        }
        return count == 0 ? -1 : sum / (2.0 * count);
    }
}
