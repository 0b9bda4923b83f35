package org.imaginghaven.pixels.decode;

import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/**
 * A marker segment of a JPEG or JPEG-LS stream (ITU-T T.81 B.1.1.4).
 *
 * @param marker
 *            its low byte
 * @param body
 *            where its parameters begin
 * @param length
 *            bytes of its parameters, all of them within the stream
 */
record JpegSegment(int marker, int body, int length) {

    static final int START_OF_SCAN = 0xda;
    /** More than any encoder writes; a stream may be nothing but empty segments. */
    private static final int MOST = 4096;

    /**
     * The segments before the first scan and, as the last, that scan's own.
     *
     * @throws UndecodableException
     *             CORRUPT when a segment does not fit the stream or no scan comes
     */
    static List<JpegSegment> beforeScan(byte[] b) throws UndecodableException {
        if (b.length < 4 || word(b, 0) != 0xffd8) {
            throw new UndecodableException(Kind.CORRUPT, "no JPEG start");
        }
        List<JpegSegment> segments = new ArrayList<>();
        int at = 2;
        while (at + 4 <= b.length) {
            int marker = b[at + 1] & 0xff;
            if ((b[at] & 0xff) != 0xff) {
                throw new UndecodableException(Kind.CORRUPT, "JPEG markers");
            }
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = word(b, at + 2);
            if (length < 2 || at + 2 + length > b.length || segments.size() >= MOST) {
                throw new UndecodableException(Kind.CORRUPT, "JPEG markers");
            }
            segments.add(new JpegSegment(marker, at + 4, length - 2));
            if (marker == START_OF_SCAN) {
                return segments;
            }
            at += 2 + length;
        }
        throw new UndecodableException(Kind.CORRUPT, "no JPEG scan");
    }

    /** Where the segment's parameters end. */
    int end() {
        return body + length;
    }

    /** Whether it describes a frame: SOF of any process, of JPEG-LS too. */
    boolean isFrame() {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
                || marker == 0xf7;
    }

    static int word(byte[] b, int at) {
        return (b[at] & 0xff) << 8 | b[at + 1] & 0xff;
    }
}
