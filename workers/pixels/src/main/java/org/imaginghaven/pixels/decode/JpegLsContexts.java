package org.imaginghaven.pixels.decode;

import java.util.Arrays;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/** What a JPEG-LS decoder has learnt of each context so far (ITU-T T.87 A.2.1, A.6, A.7.2). */
final class JpegLsContexts {

    private static final int REGULAR = 365;
    /** Where what is known of the ends of runs stands; by sample, only the kind with unequal neighbours occurs. */
    private static final int RUN = REGULAR;

    private final int[] magnitude = new int[REGULAR + 1];
    private final int[] count = new int[REGULAR + 1];
    private final int[] drift = new int[REGULAR];
    private final int[] bias = new int[REGULAR];
    private final JpegLsStart start;
    private final JpegLsBits bits;
    private int negativeRuns;

    JpegLsContexts(JpegLsStart start, JpegLsBits bits) {
        this.start = start;
        this.bits = bits;
        Arrays.fill(magnitude, Math.max(2, (start.range() + 32) / 64));
        Arrays.fill(count, 1);
    }

    int bias(int q) {
        return bias[q];
    }

    /** The next error of prediction of a context; the context learns from it. */
    int error(int q) throws UndecodableException {
        int k = order(magnitude[q], count[q]);
        int mapped = bits.golomb(k, start.limit(), start.wide());
        int error = (mapped & 1) == 1 ? -((mapped + 1) >> 1) : mapped >> 1;
        if (k == 0 && start.near() == 0 && 2 * drift[q] <= -count[q]) {
            error = -error - 1;
        }
        learn(q, error);
        return error;
    }

    private void learn(int q, int error) {
        drift[q] += error * (2 * start.near() + 1);
        magnitude[q] += Math.abs(error);
        if (count[q] == start.reset()) {
            magnitude[q] >>= 1;
            drift[q] >>= 1;
            count[q] >>= 1;
        }
        count[q]++;
        if (drift[q] <= -count[q]) {
            drift[q] = Math.max(drift[q] + count[q], 1 - count[q]);
            bias[q] = Math.max(bias[q] - 1, -128);
        } else if (drift[q] > 0) {
            drift[q] = Math.min(drift[q] - count[q], 0);
            bias[q] = Math.min(bias[q] + 1, 127);
        }
    }

    /** The error of the sample that ends a run. */
    int endOfRun(int runOrder) throws UndecodableException {
        int k = order(magnitude[RUN], count[RUN]);
        int mapped = bits.golomb(k, start.limit() - runOrder - 1, start.wide());
        int odd = mapped & 1;
        int size = (mapped + odd) >> 1;
        boolean turned = k != 0 || 2 * negativeRuns >= count[RUN];
        int error = turned == (odd == 1) ? -size : size;
        if (error < 0) {
            negativeRuns++;
        }
        magnitude[RUN] += (mapped + 1) >> 1;
        if (count[RUN] == start.reset()) {
            magnitude[RUN] >>= 1;
            count[RUN] >>= 1;
            negativeRuns >>= 1;
        }
        count[RUN]++;
        return error;
    }

    private static int order(int magnitude, int count) throws UndecodableException {
        for (int k = 0; k < 24; k++) {
            if ((long) count << k >= magnitude) {
                return k;
            }
        }
        throw new UndecodableException(Kind.CORRUPT, "JPEG-LS context");
    }
}
