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
        int interleave = 0;
        for (JpegSegment segment : JpegSegment.beforeScan(b)) {
            int body = segment.body();
            if (segment.isFrame()) {
                if (segment.length() < 6) {
                    throw new UndecodableException(Kind.CORRUPT, "JPEG frame");
                }
                process = segment.marker();
                precision = b[body] & 0xff;
                height = JpegSegment.word(b, body + 1);
                width = JpegSegment.word(b, body + 3);
                components = b[body + 5] & 0xff;
            } else if (segment.marker() == 0xee && segment.length() >= 12 && b[body] == 'A' && b[body + 1] == 'd') {
                adobe = b[body + 11] & 0xff;
            } else if (segment.marker() == JpegSegment.START_OF_SCAN && segment.length() >= 2) {
                interleave = b[segment.end() - 2] & 0xff;
            }
        }
        return new JpegHeader(process, precision, height, width, components, adobe, interleave);
    }
}
