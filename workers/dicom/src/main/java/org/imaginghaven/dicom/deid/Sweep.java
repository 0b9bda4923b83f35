package org.imaginghaven.dicom.deid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches bytes for many tokens at once without regard to ASCII case. */
final class Sweep {

    private static final byte[] FOLD = new byte[256];

    static {
        for (int i = 0; i < 256; i++) {
            FOLD[i] = (byte) (i >= 'A' && i <= 'Z' ? i + 32 : i);
        }
    }

    private static final int LEAST = 4;

    private final byte[][] tokens;
    /** Bits of the first four bytes of every token: most places of a value are told apart from all of them at once. */
    private final long[] beginnings = new long[1 << 10];
    private final @Nullable Sweep wide;

    /** @param wide tokens in two bytes a letter, which only bytes of no text VR can hold */
    Sweep(List<byte[]> tokens, List<byte[]> wide) {
        this.wide = wide.isEmpty() ? null : new Sweep(wide, List.of());
        this.tokens = tokens.stream().filter(token -> token.length >= LEAST).map(Sweep::folded).toArray(byte[][]::new);
        for (byte[] token : this.tokens) {
            int bit = bit(token[0] << 24 | (token[1] & 0xFF) << 16 | (token[2] & 0xFF) << 8 | token[3] & 0xFF);
            beginnings[bit >> 6] |= 1L << (bit & 63);
        }
    }

    /** Whether any token is there in two bytes a letter. */
    boolean findsWide(byte[] array, int offset, int length) {
        return wide != null && wide.finds(array, offset, length, 10);
    }

    private static byte[] folded(byte[] token) {
        byte[] folded = new byte[token.length];
        for (int i = 0; i < token.length; i++) {
            folded[i] = FOLD[token[i] & 0xFF];
        }
        return folded;
    }

    private static int bit(int four) {
        return (four * 0x9E3779B9) >>> 16;
    }

    /**
     * Whether any token is there. Tokens of four bytes count only as whole words, numbers of up to seven digits only as
     * whole numbers.
     *
     * @param shortest only tokens of at least so many bytes
     */
    boolean finds(byte[] array, int offset, int length, int shortest) {
        int end = offset + length;
        int four = 0;
        for (int i = offset; i < end; i++) {
            four = four << 8 | FOLD[array[i] & 0xFF] & 0xFF;
            int bit = bit(four);
            int start = i - LEAST + 1;
            if ((beginnings[bit >> 6] & 1L << (bit & 63)) != 0 && start >= offset
                    && at(array, start, offset, end, shortest)) {
                return true;
            }
        }
        return false;
    }

    private boolean at(byte[] array, int start, int from, int end, int shortest) {
        for (byte[] token : tokens) {
            if (token.length >= shortest && start + token.length <= end && matches(array, start, token)) {
                int before = start > from ? FOLD[array[start - 1] & 0xFF] : 0;
                int after = start + token.length < end ? FOLD[array[start + token.length] & 0xFF] : 0;
                boolean number = isDigit(token[0]) && isDigit(token[token.length - 1]);
                if (token[0] >= 0 && token.length < 5 && (isWord(before) || isWord(after))
                        || number && token.length < 8 && (isDigit(before) || isDigit(after))) {
                    continue;
                }
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] array, int start, byte[] token) {
        for (int i = 0; i < token.length; i++) {
            if (FOLD[array[start + i] & 0xFF] != token[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(int c) {
        return isDigit(c) || c >= 'a' && c <= 'z' || c < 0;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
