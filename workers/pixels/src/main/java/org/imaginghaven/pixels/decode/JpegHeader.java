package org.imaginghaven.pixels.decode;

import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/**
 * What the markers of a JPEG or JPEG-LS stream say before the first scan.
 *
 * @param process
 *            the frame marker's low byte: C0 baseline, C1 extended, C2 progressive, C3 lossless, F7 JPEG-LS
 * @param precision
 *            bits a sample
 * @param components
 *            samples a pixel
 * @param adobe
 *            colour transform of an Adobe marker: 0 none, 1 YCbCr; -1 without such a marker
 * @param interleave
 *            of JPEG-LS: 0 none, 1 by line, 2 by sample
 */
record JpegHeader(int process, int precision, int height, int width, int components, int adobe, int interleave) {

    static JpegHeader of(byte[] b) throws UndecodableException {
        int process = 0;
        int precision = 0;
        int height = 0;
        int width = 0;
        int components = 0;
        int adobe = -1;
        int at = 2;
        if (b.length < 4 || (b[0] & 0xff) != 0xff || (b[1] & 0xff) != 0xd8) {
            throw new UndecodableException(Kind.CORRUPT, "no JPEG start");
        }
        while (at + 9 < b.length) {
            int marker = b[at + 1] & 0xff;
            if ((b[at] & 0xff) != 0xff) {
                throw new UndecodableException(Kind.CORRUPT, "JPEG markers");
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = (b[at + 2] & 0xff) << 8 | b[at + 3] & 0xff;
            boolean frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
                    || marker == 0xf7;
            if (frame) {
                process = marker;
                precision = b[at + 4] & 0xff;
                height = (b[at + 5] & 0xff) << 8 | b[at + 6] & 0xff;
                width = (b[at + 7] & 0xff) << 8 | b[at + 8] & 0xff;
                components = b[at + 9] & 0xff;
            } else if (marker == 0xee && length >= 14 && at + 15 < b.length && b[at + 4] == 'A' && b[at + 5] == 'd') {
                adobe = b[at + 15] & 0xff;
            } else if (marker == 0xda) {
                int last = at + 2 + length - 2;
                int interleave = last < b.length ? b[last] & 0xff : 0;
                return new JpegHeader(process, precision, height, width, components, adobe, interleave);
            }
            at += 2 + length;
        }
        throw new UndecodableException(Kind.CORRUPT, "no JPEG scan");
    }
}
