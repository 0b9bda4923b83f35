package org.imaginghaven.dicom.identity;

/** Whole numbers of 128 bits in decimal digits: {@link java.math.BigInteger} takes several times as long, once a file. */
final class Decimal {

    private static final long STEP = 1_000_000_000L;
    private static final int STEP_DIGITS = 9;
    private static final int STEPS = 5;

    private Decimal() {
    }

    /** The text with the unsigned number behind it. */
    static String of(StringBuilder text, long high, long low) {
        long[] words = {high >>> 32, high & 0xFFFFFFFFL, low >>> 32, low & 0xFFFFFFFFL};
        long[] parts = new long[STEPS];
        for (int i = STEPS - 1; i >= 0; i--) {
            long rest = 0;
            for (int w = 0; w < words.length; w++) {
                long part = rest << 32 | words[w];
                words[w] = part / STEP;
                rest = part % STEP;
            }
            parts[i] = rest;
        }
        int first = 0;
        while (first < STEPS - 1 && parts[first] == 0) {
            first++;
        }
        text.append(parts[first]);
        for (int i = first + 1; i < STEPS; i++) {
            String digits = Long.toString(parts[i]);
            text.repeat('0', STEP_DIGITS - digits.length()).append(digits);
        }
        return text.toString();
    }
}
