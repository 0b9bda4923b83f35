package org.imaginghaven.dicom.pixel;

import java.io.IOException;

/** The frames of one image, read one at a time so that memory is bounded by a frame. Not thread safe. */
public interface Pixels {

    /** As the file has it; frames come decoded. */
    PixelFormat format();

    /**
     * Frame from 0, native: interleaved by pixel, little endian words, colour as RGB when {@link PixelFormat#isColour()}.
     *
     * @throws IOException when the frame is missing or cannot be decoded
     */
    byte[] frame(int index) throws IOException;
}
