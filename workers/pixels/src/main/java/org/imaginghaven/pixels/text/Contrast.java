package org.imaginghaven.pixels.text;

/** Ways to bring out what is faint. */
final class Contrast {

    /** What a pixel like its surroundings becomes. */
    private static final int MIDDLE = 110;
    /** One pixel in so many is stroke, at least, also where letters are thin and the box is wide. */
    private static final int INKED = 33;
    /** Grey levels about the middle that are neither ink nor ground. */
    private static final int BETWEEN = 22;

    private Contrast() {
    }

    /**
     * Each pixel against the mean and spread of its surroundings: faint text on any ground becomes as strong as bright
     * text.
     *
     * @param radius
     *            half the side of the surroundings, pixels
     */
    static GrayFrame local(GrayFrame frame, int radius) {
        int w = frame.width();
        int h = frame.height();
        long[] sums = new long[w];
        long[] squares = new long[w];
        long[] sum = new long[w + 1];
        long[] square = new long[w + 1];
        byte[] out = new byte[w * h];
        for (int y = 0; y < h; y++) {
            int y0 = Math.max(0, y - radius);
            int y1 = Math.min(h, y + radius + 1);
            for (int row = y == 0 ? 0 : Math.min(h, y + radius); row < y1; row++) {
                add(frame, row, 1, sums, squares);
            }
            if (y > radius) {
                add(frame, y0 - 1, -1, sums, squares);
            }
            for (int x = 0; x < w; x++) {
                sum[x + 1] = sum[x] + sums[x];
                square[x + 1] = square[x] + squares[x];
            }
            for (int x = 0; x < w; x++) {
                int x0 = Math.max(0, x - radius);
                int x1 = Math.min(w, x + radius + 1);
                double n = (double) (x1 - x0) * (y1 - y0);
                double mean = (sum[x1] - sum[x0]) / n;
                double spread = Math.sqrt(Math.max(0, (square[x1] - square[x0]) / n - mean * mean));
                double v = MIDDLE + 55 * (frame.at(x, y) - mean) / (spread + 3);
                out[y * w + x] = (byte) Math.clamp(Math.round(v), 0, 255);
            }
        }
        return new GrayFrame(w, h, out);
    }

    /** Of two pictures of one frame by local contrast, for each pixel the one in which it stands out more. */
    static GrayFrame stronger(GrayFrame a, GrayFrame b) {
        byte[] out = a.pixels().clone();
        for (int i = 0; i < out.length; i++) {
            int here = b.pixels()[i] & 0xff;
            if (Math.abs(here - MIDDLE) > Math.abs((out[i] & 0xff) - MIDDLE)) {
                out[i] = (byte) here;
            }
        }
        return new GrayFrame(a.width(), a.height(), out);
    }

    /** Adds a row to the sums of its columns, or with sign -1 takes it away. */
    private static void add(GrayFrame frame, int row, int sign, long[] sums, long[] squares) {
        for (int x = 0; x < sums.length; x++) {
            int v = frame.at(x, row);
            sums[x] += sign * v;
            squares[x] += (long) sign * v * v;
        }
    }

    private static long area(long[] table, int w, int x0, int y0, int x1, int y1) {
        int row = w + 1;
        return table[y1 * row + x1] - table[y0 * row + x1] - table[y1 * row + x0] + table[y0 * row + x0];
    }

    /** The box alone, its darkest hundredth black and its brightest white. */
    static GrayFrame stretched(GrayFrame frame, Box box) {
        int[] counts = counts(frame, box);
        int low = percentile(counts, box.area() / 100);
        int high = 255 - percentile(reversed(counts), box.area() / 100);
        int range = Math.max(1, high - low);
        byte[] out = new byte[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            for (int x = 0; x < box.width(); x++) {
                int v = (frame.at(box.x() + x, box.y() + y) - low) * 255 / range;
                out[y * box.width() + x] = (byte) Math.clamp(v, 0, 255);
            }
        }
        return new GrayFrame(box.width(), box.height(), out);
    }

    /**
     * How strongly strokes stand out in the box: grey levels by which the strongest of its pixels differ from the mean
     * of their surroundings. What lies behind the text, bright on one side and dark on the other, does not count.
     */
    static int ink(GrayFrame frame, Box box) {
        int[] counts = new int[256];
        for (int above : aboveMean(frame.cut(box))) {
            counts[Math.abs(above)]++;
        }
        return 255 - percentile(reversed(counts), box.area() / INKED);
    }

    /** Grey levels of each pixel above the mean of its surroundings, a third of the frame's short side about. */
    static int[] aboveMean(GrayFrame frame) {
        int w = frame.width();
        int h = frame.height();
        long[] sums = new long[(w + 1) * (h + 1)];
        for (int y = 0; y < h; y++) {
            long sum = 0;
            for (int x = 0; x < w; x++) {
                sum += frame.at(x, y);
                sums[(y + 1) * (w + 1) + x + 1] = sums[y * (w + 1) + x + 1] + sum;
            }
        }
        int radius = Math.max(3, Math.min(w, h) / 3);
        int[] above = new int[w * h];
        for (int y = 0; y < h; y++) {
            int y0 = Math.max(0, y - radius);
            int y1 = Math.min(h, y + radius + 1);
            for (int x = 0; x < w; x++) {
                int x0 = Math.max(0, x - radius);
                int x1 = Math.min(w, x + radius + 1);
                long mean = area(sums, w, x0, y0, x1, y1) / ((x1 - x0) * (long) (y1 - y0));
                above[y * w + x] = (int) (frame.at(x, y) - mean);
            }
        }
        return above;
    }

    /**
     * Changes between ink and ground along the rows of a line that is cut upright, for each stretch as long as the line is
     * high: letters of any script have several, an edge or a blob one or two.
     *
     * @param line
     *            stretched to the whole range
     */
    static double strokes(GrayFrame line) {
        int changes = 0;
        int rows = 0;
        for (int y = line.height() / 4; y < 3 * line.height() / 4; y += 2) {
            changes += changes(line, y);
            rows++;
        }
        return (double) changes * line.height() / (rows * line.width());
    }

    private static int changes(GrayFrame line, int y) {
        int changes = 0;
        int side = 0;
        for (int x = 0; x < line.width(); x++) {
            int v = line.at(x, y);
            int now = v > 128 + BETWEEN ? 1 : v < 128 - BETWEEN ? -1 : side;
            changes += side != 0 && now != side ? 1 : 0;
            side = now;
        }
        return changes;
    }

    private static int[] counts(GrayFrame frame, Box box) {
        int[] counts = new int[256];
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                counts[frame.at(x, y)]++;
            }
        }
        return counts;
    }

    private static int percentile(int[] counts, long rank) {
        long sum = 0;
        for (int i = 0; i < 256; i++) {
            sum += counts[i];
            if (sum > rank) {
                return i;
            }
        }
        return 255;
    }

    private static int[] reversed(int[] counts) {
        int[] out = new int[256];
        for (int i = 0; i < 256; i++) {
            out[i] = counts[255 - i];
        }
        return out;
    }

    /** Each pixel mixed with its eight neighbours, the near ones twice. */
    static GrayFrame smoothed(GrayFrame frame) {
        int w = frame.width();
        int h = frame.height();
        byte[] out = frame.pixels().clone();
        for (int y = 1; y < h - 1; y++) {
            for (int x = 1; x < w - 1; x++) {
                int sum = 4 * frame.at(x, y)
                        + 2 * (frame.at(x - 1, y) + frame.at(x + 1, y) + frame.at(x, y - 1) + frame.at(x, y + 1))
                        + frame.at(x - 1, y - 1) + frame.at(x + 1, y - 1) + frame.at(x - 1, y + 1)
                        + frame.at(x + 1, y + 1);
                out[y * w + x] = (byte) (sum / 16);
            }
        }
        return new GrayFrame(w, h, out);
    }
}
