package org.imaginghaven.pixels.decode;

import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/** The bits of a JPEG-LS scan (ITU-T T.87 A.1): after a byte FF one bit is stuffed, a marker ends them. */
final class JpegLsBits {

    private final byte[] data;
    private int at;
    private int held;
    private int left;
    private boolean full;

    JpegLsBits(byte[] data, int at) {
        this.data = data;
        this.at = at;
    }

    int bit() throws UndecodableException {
        if (left == 0) {
            int next = at < data.length ? data[at] & 0xff : 0xff;
            if (at >= data.length || full && next > 0x7f) {
                throw new UndecodableException(Kind.CORRUPT, "the JPEG-LS scan ends early");
            }
            at++;
            held = next;
            left = full ? 7 : 8;
            full = next == 0xff;
        }
        left--;
        return held >> left & 1;
    }

    int read(int count) throws UndecodableException {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    /**
     * A Golomb code of limited length (T.87 A.5.3).
     *
     * @param k
     *            bits after the unary part
     * @param limit
     *            longest code, in bits
     * @param wide
     *            bits of a value that is coded in full
     */
    int golomb(int k, int limit, int wide) throws UndecodableException {
        int zeros = 0;
        while (bit() == 0) {
            if (++zeros > limit) {
                throw new UndecodableException(Kind.CORRUPT, "JPEG-LS code");
            }
        }
        return zeros < limit - wide - 1 ? (zeros << k) + read(k) : read(wide) + 1;
    }
}
