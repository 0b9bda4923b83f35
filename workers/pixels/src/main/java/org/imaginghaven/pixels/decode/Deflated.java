package org.imaginghaven.pixels.decode;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/** Frames deflated one by one (RFC 1951), as segmentations use. */
final class Deflated {

    private Deflated() {
    }

    static byte[] decode(PixelFormat format, byte[] encoded) throws UndecodableException {
        byte[] out = new byte[(int) format.frameBytes()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(encoded);
            int done = 0;
            while (done < out.length) {
                int more = inflater.inflate(out, done, out.length - done);
                if (more == 0) {
                    throw new UndecodableException(Kind.CORRUPT, "the stream ends early");
                }
                done += more;
            }
            return out;
        } catch (DataFormatException e) {
            throw new UndecodableException(Kind.CORRUPT, "not deflated");
        } finally {
            inflater.end();
        }
    }
}
