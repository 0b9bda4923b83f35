package org.imaginghaven.dicom.pixel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.dicom.DicomException;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;

/** The frames of a file: native ones straight from the file, compressed ones through a decoder. */
public final class FilePixels implements Pixels {

    private final DicomFile file;
    private final PixelFormat format;
    private final PixelDecoder decoder;
    private final long position;
    private final List<List<Element.Fragment>> encoded;

    private FilePixels(DicomFile file, PixelFormat format, PixelDecoder decoder, long position,
            List<List<Element.Fragment>> encoded) {
        this.file = file;
        this.format = format;
        this.decoder = decoder;
        this.position = position;
        this.encoded = encoded;
    }

    /**
     * @throws DicomException MALFORMED when there are no pixel data, or their length or fragments do not fit the format
     */
    public static FilePixels of(DicomFile file, PixelDecoder decoder) throws IOException {
        PixelFormat format = PixelFormat.of(file.dataset(), file.syntax());
        Element data = file.dataset().get(Tag.PIXEL_DATA);
        if (!format.isSound()) {
            throw new DicomException(DicomException.Kind.MALFORMED, 0, Tag.PIXEL_DATA, -1);
        }
        return switch (data) {
            case Element.Bulk bulk -> {
                PixelFormat plain = new PixelFormat(format.transferSyntax(), format.rows(), format.columns(),
                        format.samples(), format.photometric(), format.planar(), format.bitsAllocated(),
                        format.bitsStored(), format.highBit(), format.signed(), format.frames(), format.bigEndian(),
                        false);
                long total = format.bitsAllocated() == 1
                        ? ((long) format.rows() * format.columns() * format.frames() * format.samples() + 7) / 8
                        : plain.frameBytes() * format.frames();
                if (bulk.length() < total) {
                    throw new DicomException(DicomException.Kind.MALFORMED, bulk.position(), Tag.PIXEL_DATA,
                            bulk.length());
                }
                yield new FilePixels(file, plain, decoder, bulk.position(), List.of());
            }
            case Element.Fragments fragments -> new FilePixels(file, format, decoder, -1,
                    byFrame(file, fragments.fragments(), format.frames()));
            case null, default -> throw new DicomException(DicomException.Kind.MALFORMED, 0, Tag.PIXEL_DATA, -1);
        };
    }

    private static List<List<Element.Fragment>> byFrame(DicomFile file, List<Element.Fragment> all, int frames)
            throws IOException {
        if (all.isEmpty()) {
            throw new DicomException(DicomException.Kind.MALFORMED, 0, Tag.PIXEL_DATA, 0);
        }
        List<Element.Fragment> data = all.subList(1, all.size());
        if (frames == 1) {
            return List.of(data);
        }
        if (data.size() == frames) {
            return data.stream().map(List::of).toList();
        }
        Element.Fragment table = all.get(0);
        if (table.length() != frames * 4L || data.isEmpty()) {
            throw new DicomException(DicomException.Kind.MALFORMED, table.position(), Tag.PIXEL_DATA, table.length());
        }
        ByteBuffer offsets = ByteBuffer.wrap(file.bytes(table)).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        List<List<Element.Fragment>> byFrame = new ArrayList<>();
        long start = data.get(0).position() - 8;
        int next = 0;
        for (int frame = 0; frame < frames; frame++) {
            long until = frame + 1 < frames ? start + offsets.getInt((frame + 1) * 4) : Long.MAX_VALUE;
            List<Element.Fragment> parts = new ArrayList<>();
            while (next < data.size() && data.get(next).position() - 8 < until) {
                parts.add(data.get(next++));
            }
            byFrame.add(parts);
        }
        return byFrame;
    }

    @Override
    public PixelFormat format() {
        return format;
    }

    @Override
    public byte[] frame(int index) throws IOException {
        if (index < 0 || index >= format.frames()) {
            throw new IndexOutOfBoundsException(index);
        }
        if (format.encapsulated()) {
            byte[] decoded = decoded(index);
            boolean ybr = format.isColour() && format.bitsAllocated() == 8
                    && format.decodedPhotometric().startsWith("YBR");
            return ybr ? NativeFrame.rgb(decoded) : decoded;
        }
        return NativeFrame.interleaved(raw(index), format);
    }

    /** A compressed frame decoded, in the colours of {@link PixelFormat#decodedPhotometric()}. */
    public byte[] decoded(int index) throws IOException {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (Element.Fragment fragment : encoded.get(index)) {
            joined.write(file.bytes(fragment));
        }
        return format.isWrapped()
                ? NativeFrame.interleaved(joined.toByteArray(), format)
                : decoder.decode(format, joined.toByteArray());
    }

    /** The bytes of a native frame as the file has them: its own order of bytes, samples and colours. */
    public byte[] raw(int index) throws IOException {
        if (format.bitsAllocated() == 1) {
            return bits(index);
        }
        byte[] bytes = new byte[(int) format.frameBytes()];
        if (file.read(position + index * format.frameBytes(), ByteBuffer.wrap(bytes)) < bytes.length) {
            throw new DicomException(DicomException.Kind.TRUNCATED, position, Tag.PIXEL_DATA, bytes.length);
        }
        return bytes;
    }

    /** Frames of one bit may begin inside a byte. */
    private byte[] bits(int index) throws IOException {
        long count = (long) format.rows() * format.columns() * format.samples();
        long first = index * count;
        byte[] packed = new byte[(int) ((first + count + 7) / 8 - first / 8)];
        file.read(position + first / 8, ByteBuffer.wrap(packed));
        byte[] frame = new byte[(int) ((count + 7) / 8)];
        for (int i = 0; i < count; i++) {
            int at = (int) (first % 8) + i;
            if ((packed[at >> 3] >> (at & 7) & 1) != 0) {
                frame[i >> 3] |= (byte) (1 << (i & 7));
            }
        }
        return frame;
    }
}
