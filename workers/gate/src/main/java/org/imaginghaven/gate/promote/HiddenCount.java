package org.imaginghaven.gate.promote;

/**
 * A count as reviewers see it: below five it is not told, above it is rounded down to a multiple of five, so that no
 * total gives away what was hidden in a part.
 */
final class HiddenCount {

    static final int THRESHOLD = 5;

    private HiddenCount() {
    }

    static String of(long count) {
        return count < THRESHOLD ? "fewer than 5" : "at least " + count / THRESHOLD * THRESHOLD;
    }
}
