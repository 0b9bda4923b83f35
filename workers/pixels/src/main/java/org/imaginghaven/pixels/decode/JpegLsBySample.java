package org.imaginghaven.pixels.decode;

import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/**
 * JPEG-LS whose scan is interleaved by sample (ITU-T T.87 | ISO/IEC 14495-1, ILV 2), lossless and near-lossless: the one form
 * that libavcodec does not read. Streams with restart intervals, point transform or mapping tables are refused.
 */
final class JpegLsBySample {

    /** T.87 A.2.1, table of J: a run of 2^J pixels at each run index. */
    private static final int[] RUN_ORDER = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8,
            9,
            10, 11, 12, 13, 14, 15};

    private final JpegLsStart start;
    private final JpegLsBits bits;
    private final JpegLsContexts contexts;
    private final int n;
    private final int width;
    private final int step;
    private int runIndex;

    private JpegLsBySample(JpegLsStart start, byte[] encoded) {
        this.start = start;
        this.bits = new JpegLsBits(encoded, start.data());
        this.contexts = new JpegLsContexts(start, bits);
        this.n = start.components();
        this.width = start.width();
        this.step = 2 * start.near() + 1;
    }

    static Samples decode(byte[] encoded) throws UndecodableException {
        JpegLsStart start = JpegLsStart.of(encoded);
        long samples = (long) start.width() * start.height() * start.components();
        // no stream needs less than a bit a run of 2^15 pixels: what claims more than that is a lie
        if (samples == 0 || samples > Integer.MAX_VALUE - 8 || samples >> 15 > (long) encoded.length * 8 * 3) {
            throw new UndecodableException(Kind.MISMATCH, "size");
        }
        return new JpegLsBySample(start, encoded).samples();
    }

    private Samples samples() throws UndecodableException {
        short[] values = new short[width * start.height() * n];
        // one pixel more on each side, as the causal template wants them (T.87 A.2.1)
        int[] above = new int[(width + 2) * n];
        int[] line = new int[(width + 2) * n];
        for (int y = 0; y < start.height(); y++) {
            for (int c = 0; c < n; c++) {
                line[c] = above[n + c];
                above[(width + 1) * n + c] = above[width * n + c];
            }
            line(above, line);
            for (int i = 0; i < width * n; i++) {
                values[y * width * n + i] = (short) line[n + i];
            }
            int[] next = above;
            above = line;
            line = next;
        }
        return new Samples(width, start.height(), n, values);
    }

    private void line(int[] above, int[] line) throws UndecodableException {
        int x = 1;
        int[] context = new int[n];
        while (x <= width) {
            boolean flat = true;
            for (int c = 0; c < n; c++) {
                int at = x * n + c;
                context[c] = 81 * quantum(above[at + n] - above[at]) + 9 * quantum(above[at] - above[at - n])
                        + quantum(above[at - n] - line[at - n]);
                flat &= context[c] == 0;
            }
            if (flat) {
                x = run(x, above, line);
                continue;
            }
            for (int c = 0; c < n; c++) {
                int at = x * n + c;
                line[at] = sample(context[c], line[at - n], above[at], above[at - n]);
            }
            x++;
        }
    }

    /** T.87 A.4 and A.5: predicted by the edge beside it, put right by the context, and by the error that was coded. */
    private int sample(int context, int left, int up, int corner) throws UndecodableException {
        int sign = context < 0 ? -1 : 1;
        int q = Math.abs(context);
        int predicted = corner >= Math.max(left, up)
                ? Math.min(left, up)
                : corner <= Math.min(left, up) ? Math.max(left, up) : left + up - corner;
        int corrected = Math.clamp(predicted + sign * contexts.bias(q), 0, start.most());
        return rebuilt(corrected + sign * contexts.error(q) * step);
    }

    /** T.87 A.7: a run of the pixel to the left, and the pixel that ends it. */
    private int run(int from, int[] above, int[] line) throws UndecodableException {
        int x = from;
        int end = width + 1;
        while (x < end && bits.bit() == 1) {
            int length = 1 << RUN_ORDER[runIndex];
            if (length <= end - x && runIndex < RUN_ORDER.length - 1) {
                runIndex++;
            }
            x = repeat(line, x, Math.min(length, end - x));
        }
        if (x == end) {
            return x;
        }
        int rest = bits.read(RUN_ORDER[runIndex]);
        if (rest >= end - x) {
            throw new UndecodableException(Kind.CORRUPT, "JPEG-LS run");
        }
        x = repeat(line, x, rest);
        for (int c = 0; c < n; c++) {
            int at = x * n + c;
            int sign = line[at - n] > above[at] ? -1 : 1;
            line[at] = rebuilt(above[at] + sign * contexts.endOfRun(RUN_ORDER[runIndex]) * step);
        }
        runIndex = Math.max(0, runIndex - 1);
        return x + 1;
    }

    private int repeat(int[] line, int x, int count) {
        for (int at = x * n; at < (x + count) * n; at++) {
            line[at] = line[at - n];
        }
        return x + count;
    }

    private int rebuilt(int value) {
        int span = start.range() * step;
        int v = value < -start.near() ? value + span : value > start.most() + start.near() ? value - span : value;
        return Math.clamp(v, 0, start.most());
    }

    /** T.87 A.3.3: one of nine classes of a gradient. */
    private int quantum(int d) {
        int size = Math.abs(d);
        int q = size <= start.near()
                ? 0
                : size < start.t1() ? 1 : size < start.t2() ? 2 : size < start.t3() ? 3 : 4;
        return d < 0 ? -q : q;
    }
}
