package org.imaginghaven.pixels.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/** Codecs that are ImageIO readers. Samples come as coded: no colour is converted. */
final class ImageIoCodec {

    private final String format;
    private final String family;
    private final boolean raw;

    private ImageIoCodec(String format, String family, boolean raw) {
        this.format = format;
        this.family = family;
        this.raw = raw;
    }

    /** The JDK's own: baseline and progressive, 8 bit. */
    static ImageIoCodec jpeg() {
        return new ImageIoCodec("jpeg", "com.sun.imageio", true);
    }

    static ImageIoCodec jpegLossless() {
        return new ImageIoCodec("jpeg", "com.twelvemonkeys", true);
    }

    static ImageIoCodec jpeg2000() {
        return new ImageIoCodec("jpeg 2000", "com.github.jaiimageio", false);
    }

    Samples decode(byte[] encoded) throws IOException {
        ImageReader reader = reader();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
            reader.setInput(in, true, true);
            return Samples.of(raw ? reader.readRaster(0, null) : reader.read(0).getRaster());
        } catch (IOException | RuntimeException e) {
            throw new UndecodableException(Kind.CORRUPT, format + " (" + e.getClass().getSimpleName() + ")");
        } finally {
            reader.dispose();
        }
    }

    private ImageReader reader() throws UndecodableException {
        for (Iterator<ImageReader> all = ImageIO.getImageReadersByFormatName(format); all.hasNext();) {
            ImageReader reader = all.next();
            if (reader.getClass().getName().startsWith(family)) {
                return reader;
            }
        }
        throw new UndecodableException(Kind.UNSUPPORTED, "no reader for " + format + " on the class path");
    }
}
