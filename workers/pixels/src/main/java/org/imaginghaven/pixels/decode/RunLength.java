package org.imaginghaven.pixels.decode;

import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/** RLE of PS3.5 Annex G: byte planes, most significant first, each packed by runs. */
final class RunLength {

    private static final int HEADER = 64;

    private RunLength() {
    }

    /** Interleaved little endian words of {@code bitsAllocated}; single bits come packed. */
    static byte[] decode(PixelFormat format, byte[] encoded) throws UndecodableException {
        boolean bits = format.bitsAllocated() == 1;
        int word = bits ? 1 : format.bitsAllocated() / 8;
        int pixels = bits ? (int) format.frameBytes() : Math.multiplyExact(format.rows(), format.columns());
        int segments = encoded.length < HEADER ? 0 : integer(encoded, 0);
        if (!bits && format.bitsAllocated() % 8 != 0 || segments != word * format.samples()) {
            throw new UndecodableException(Kind.MISMATCH, "RLE segments");
        }
        byte[] out = new byte[Math.multiplyExact(Math.multiplyExact(pixels, format.samples()), word)];
        for (int segment = 0; segment < segments; segment++) {
            int start = integer(encoded, 4 + 4 * segment);
            int end = segment + 1 < segments ? integer(encoded, 8 + 4 * segment) : encoded.length;
            if (start < HEADER || end < start || end > encoded.length) {
                throw new UndecodableException(Kind.CORRUPT, "RLE offsets");
            }
            int sample = segment / word;
            int place = word - 1 - segment % word;
            unpack(encoded, start, end, out, sample * word + place, format.samples() * word, pixels);
        }
        return out;
    }

    private static void unpack(byte[] in, int start, int end, byte[] out, int first, int step, int pixels)
            throws UndecodableException {
        int at = start;
        int done = 0;
        while (done < pixels) {
            if (at >= end) {
                throw new UndecodableException(Kind.CORRUPT, "RLE segment ends early");
            }
            int control = in[at++];
            int count = control >= 0 ? control + 1 : control == -128 ? 0 : 1 - control;
            count = Math.min(count, pixels - done);
            if (count > 0 && (control >= 0 ? at + count : at + 1) > end) {
                throw new UndecodableException(Kind.CORRUPT, "RLE run ends early");
            }
            for (int i = 0; i < count; i++) {
                out[first + (done + i) * step] = control >= 0 ? in[at + i] : in[at];
            }
            at += count == 0 ? 0 : control >= 0 ? control + 1 : 1;
            done += count;
        }
    }

    private static int integer(byte[] b, int at) {
        return b[at] & 0xff | (b[at + 1] & 0xff) << 8 | (b[at + 2] & 0xff) << 16 | (b[at + 3] & 0xff) << 24;
    }
}
