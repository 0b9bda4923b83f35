package org.imaginghaven.pixels.decode;

import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/**
 * What stands before the scan of a JPEG-LS stream (ITU-T T.87 C.2), with the defaults of C.2.4.1.1.
 *
 * @param near
 *            largest difference of a decoded sample from the original; 0 lossless
 * @param most
 *            largest sample value
 * @param reset
 *            samples after which a context forgets by half
 * @param data
 *            where the scan's bits begin
 */
record JpegLsStart(int width, int height, int components, int near, int most, int t1, int t2, int t3, int reset,
        int data) {

    static JpegLsStart of(byte[] b) throws UndecodableException {
        int[] preset = new int[5];
        int precision = 0;
        int height = 0;
        int width = 0;
        int components = 0;
        for (JpegSegment segment : JpegSegment.beforeScan(b)) {
            int body = segment.body();
            int length = segment.length();
            switch (segment.marker()) {
                case 0xf7 -> {
                    require(length >= 6, "frame");
                    precision = b[body] & 0xff;
                    height = JpegSegment.word(b, body + 1);
                    width = JpegSegment.word(b, body + 3);
                    components = b[body + 5] & 0xff;
                }
                case 0xf8 -> {
                    require(length == 11 && b[body] == 1, "mapping tables");
                    for (int i = 0; i < preset.length; i++) {
                        preset[i] = JpegSegment.word(b, body + 1 + 2 * i);
                    }
                }
                case 0xdd -> require(length == 2 && JpegSegment.word(b, body) == 0, "restart intervals");
                // a colour transform that the standard does not know
                case 0xe8 -> require(length < 4 || b[body] != 'm' || b[body + 1] != 'r', "colour transform");
                case JpegSegment.START_OF_SCAN -> {
                    require(precision >= 2 && precision <= 16 && components > 1, "frame");
                    require(length == 4 + 2 * components && (b[body] & 0xff) == components, "scan");
                    int last = segment.end();
                    require(b[last - 1] == 0 && b[last - 2] == 2, "point transform");
                    return complete(width, height, components, b[last - 3] & 0xff, precision, preset, last);
                }
                default -> {
                    // nothing that the samples depend on
                }
            }
        }
        throw new UndecodableException(Kind.CORRUPT, "no JPEG scan");
    }

    private static JpegLsStart complete(int width, int height, int components, int near, int precision, int[] preset,
            int data) throws UndecodableException {
        int most = preset[0] == 0 ? (1 << precision) - 1 : preset[0];
        require(most < 1 << precision && near <= Math.min(255, most / 2), "parameters");
        int t1;
        int t2;
        int t3;
        if (most >= 128) {
            int factor = (Math.min(most, 4095) + 128) / 256;
            t1 = bound(factor + 2 + 3 * near, near + 1, most);
            t2 = bound(4 * factor + 3 + 5 * near, t1, most);
            t3 = bound(17 * factor + 4 + 7 * near, t2, most);
        } else {
            int factor = 256 / (most + 1);
            t1 = bound(Math.max(2, 3 / factor + 3 * near), near + 1, most);
            t2 = bound(Math.max(3, 7 / factor + 5 * near), t1, most);
            t3 = bound(Math.max(4, 21 / factor + 7 * near), t2, most);
        }
        t1 = preset[1] == 0 ? t1 : preset[1];
        t2 = preset[2] == 0 ? t2 : preset[2];
        t3 = preset[3] == 0 ? t3 : preset[3];
        int reset = preset[4] == 0 ? 64 : preset[4];
        require(t1 > near && t2 >= t1 && t3 >= t2 && t3 <= most && reset >= 3, "parameters");
        return new JpegLsStart(width, height, components, near, most, t1, t2, t3, reset, data);
    }

    private static int bound(int value, int least, int most) {
        return value > most || value < least ? least : value;
    }

    /** How many errors of prediction there are. */
    int range() {
        return (most + 2 * near) / (2 * near + 1) + 1;
    }

    /** Bits that hold any error of prediction. */
    int wide() {
        return bitsFor(range());
    }

    /** The longest code of an error, in bits. */
    int limit() {
        int depth = Math.max(2, bitsFor(most + 1));
        return 2 * (depth + Math.max(8, depth));
    }

    private static int bitsFor(int values) {
        return 32 - Integer.numberOfLeadingZeros(values - 1);
    }

    private static void require(boolean holds, String what) throws UndecodableException {
        if (!holds) {
            throw new UndecodableException(Kind.UNSUPPORTED, "JPEG-LS " + what);
        }
    }
}
