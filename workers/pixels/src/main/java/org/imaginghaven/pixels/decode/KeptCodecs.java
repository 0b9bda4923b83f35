package org.imaginghaven.pixels.decode;

import java.io.IOException;
import java.util.Set;
import org.imaginghaven.dicom.pixel.PixelDecoder;
import org.imaginghaven.dicom.pixel.PixelFormat;
import org.imaginghaven.pixels.decode.UndecodableException.Kind;

/**
 * Decodes compressed frames, each syntax by the library that agreed with the reference decoders, and refuses every form for
 * which none did. Thread safe.
 */
public final class KeptCodecs implements PixelDecoder {

    private static final String JPEG = "1.2.840.10008.1.2.4.";
    private static final Set<String> BY_FRAME_MARKER = Set.of(JPEG + "50", JPEG + "51", JPEG + "53", JPEG + "55",
            JPEG + "57", JPEG + "70");
    private static final Set<String> JPEG_LS = Set.of(JPEG + "80", JPEG + "81");
    private static final Set<String> JPEG_2000 = Set.of(JPEG + "90", JPEG + "91");
    private static final Set<String> HTJ2K = Set.of(JPEG + "201", JPEG + "202", JPEG + "203");
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String DEFLATED_FRAMES = "1.2.840.10008.1.2.8.1";

    @Override
    public boolean decodes(PixelFormat format) {
        String syntax = format.transferSyntax();
        if (syntax.equals(RLE)) {
            return format.bitsAllocated() % 8 == 0 || format.bitsAllocated() == 1 && format.samples() == 1;
        }
        if (syntax.equals(DEFLATED_FRAMES)) {
            return format.samples() == 1;
        }
        boolean known = BY_FRAME_MARKER.contains(syntax) || JPEG_LS.contains(syntax) || JPEG_2000.contains(syntax)
                || HTJ2K.contains(syntax);
        boolean depth = format.bitsAllocated() == 8 || format.bitsAllocated() == 16
                || format.bitsAllocated() == 1 && JPEG_2000.contains(syntax);
        return known && depth && (format.samples() == 1 || format.samples() == 3);
    }

    @Override
    public byte[] decode(PixelFormat format, byte[] encoded) throws IOException {
        if (!decodes(format)) {
            throw new UndecodableException(Kind.UNSUPPORTED, format.transferSyntax());
        }
        if (format.transferSyntax().equals(RLE)) {
            byte[] words = RunLength.decode(format, encoded);
            mask(words, format);
            return words;
        }
        if (format.transferSyntax().equals(DEFLATED_FRAMES)) {
            return Deflated.decode(format, encoded);
        }
        requireEnd(encoded);
        Samples samples = samples(format, encoded);
        requireSize(format, samples.width(), samples.height(), samples.components());
        byte[] words = words(samples, format);
        return coloured(format, encoded, words);
    }

    private static void requireSize(PixelFormat format, int width, int height, int components)
            throws UndecodableException {
        if (width != format.columns() || height != format.rows() || components != format.samples()) {
            throw new UndecodableException(Kind.MISMATCH, "size or components");
        }
    }

    private static Samples samples(PixelFormat format, byte[] encoded) throws IOException {
        String syntax = format.transferSyntax();
        if (JPEG_2000.contains(syntax)) {
            return jpeg2000(format, encoded);
        }
        if (HTJ2K.contains(syntax)) {
            return FfmpegCodec.jpeg2000().decode(encoded);
        }
        JpegHeader header = JpegHeader.of(encoded);
        if (header.precision() > format.bitsAllocated()) {
            throw new UndecodableException(Kind.MISMATCH, "depth");
        }
        // before a codec takes memory for what the stream claims; a height of 0 comes later in the stream
        requireSize(format, header.width(), header.height() == 0 ? format.rows() : header.height(),
                header.components());
        return switch (header.process()) {
            case 0xf7 -> jpegLs(header, encoded);
            case 0xc3 -> ImageIoCodec.jpegLossless().decode(encoded);
            case 0xc0, 0xc1, 0xc2 -> header.precision() == 8
                    ? ImageIoCodec.jpeg().decode(encoded)
                    : FfmpegCodec.jpeg().decode(encoded);
            default -> throw new UndecodableException(Kind.UNSUPPORTED, "JPEG process");
        };
    }

    /** Every stream of the JPEG family ends in one marker; a truncated one decodes to something that was never there. */
    private static void requireEnd(byte[] b) throws UndecodableException {
        for (int i = b.length - 1; i > 0 && i > b.length - 16; i--) {
            if ((b[i] & 0xff) == 0xd9 && (b[i - 1] & 0xff) == 0xff) {
                return;
            }
        }
        throw new UndecodableException(Kind.CORRUPT, "the stream ends early");
    }

    /** Colour by libavcodec, grey by the ImageIO codec: so both agreed with the reference on every file. */
    private static Samples jpeg2000(PixelFormat format, byte[] encoded) throws IOException {
        if (format.isColour()) {
            return FfmpegCodec.jpeg2000().decode(encoded);
        }
        try {
            return ImageIoCodec.jpeg2000().decode(encoded);
        } catch (UndecodableException e) {
            return FfmpegCodec.jpeg2000().decode(encoded);
        }
    }

    private static Samples jpegLs(JpegHeader header, byte[] encoded) throws UndecodableException {
        return header.components() > 1 && header.interleave() == 2
                ? JpegLsBySample.decode(encoded)
                : FfmpegCodec.jpegLs().decode(encoded);
    }

    private static byte[] words(Samples samples, PixelFormat format) {
        int word = format.bitsAllocated() / 8;
        int mask = (1 << format.bitsStored()) - 1;
        short[] values = samples.values();
        if (format.bitsAllocated() == 1) {
            return packed(values);
        }
        byte[] out = new byte[values.length * word];
        for (int i = 0; i < values.length; i++) {
            int v = values[i] & mask;
            out[i * word] = (byte) v;
            if (word == 2) {
                out[i * word + 1] = (byte) (v >> 8);
            }
        }
        return out;
    }

    private static byte[] packed(short[] bits) {
        byte[] out = new byte[(bits.length + 7) / 8];
        for (int i = 0; i < bits.length; i++) {
            if (bits[i] != 0) {
                out[i / 8] |= (byte) (1 << i % 8);
            }
        }
        return out;
    }

    private static void mask(byte[] words, PixelFormat format) {
        if (format.bitsAllocated() == 16 && format.bitsStored() < 16) {
            int mask = (1 << format.bitsStored()) - 1;
            for (int i = 0; i + 1 < words.length; i += 2) {
                words[i] &= (byte) mask;
                words[i + 1] &= (byte) (mask >> 8);
            }
        }
    }

    /** Brings what the stream holds into the colours that the header promises, where an Adobe marker says they differ. */
    private static byte[] coloured(PixelFormat format, byte[] encoded, byte[] words) throws UndecodableException {
        boolean jpeg = BY_FRAME_MARKER.contains(format.transferSyntax());
        if (!jpeg || !format.isColour() || format.bitsAllocated() != 8) {
            return words;
        }
        int adobe = JpegHeader.of(encoded).adobe();
        boolean promised = format.decodedPhotometric().startsWith("YBR");
        boolean held = adobe == 1 || adobe != 0 && format.photometric().startsWith("YBR");
        if (held == promised) {
            return words;
        }
        return held ? Colour.toRgb(words) : Colour.toYbr(words);
    }
}
