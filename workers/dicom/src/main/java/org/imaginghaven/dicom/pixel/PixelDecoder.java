package org.imaginghaven.dicom.pixel;

import java.io.IOException;

/** Port: decodes compressed frames. {@code workers/pixels} implements it with kept libraries. Thread safe. */
public interface PixelDecoder {

    /** Decodes nothing, so that every compressed image that a rule would change is quarantined. */
    PixelDecoder NONE = new PixelDecoder() {
        @Override
        public boolean decodes(PixelFormat format) {
            return false;
        }

        @Override
        public byte[] decode(PixelFormat format, byte[] encoded) throws IOException {
            throw new IOException("no decoder for " + format.transferSyntax());
        }
    };

    /** Whether frames of this format are decoded right, bit for bit where the compression is lossless. */
    boolean decodes(PixelFormat format);

    /**
     * One frame: rows × columns × samples, interleaved by pixel, in little endian words of bitsAllocated, values masked to
     * bitsStored; colours as {@link PixelFormat#decodedPhotometric()} says, palette indices as they are.
     *
     * @param encoded all fragments of the frame, joined
     * @throws IOException when it cannot be decoded; the message names no value
     */
    byte[] decode(PixelFormat format, byte[] encoded) throws IOException;
}
