package org.imaginghaven.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Writes data sets: sequences and items with undefined length, values padded to even length, group lengths left out.
 * Not thread safe; one may be used for many files.
 */
public final class DicomWriter {

    /** Implementation class UID of this software, 2.25 and a random UUID. */
    public static final String IMPLEMENTATION = "2.25.293047812640182937461029384756102938475";
    private static final int COPY = 1 << 18;
    /**
     * Bytes in one call to the system, which sets memory aside for each call in one piece: pieces of this size are at hand,
     * small ones cost many calls, and large ones are looked for in memory that nobody used lately, which is slow to get.
     */
    private static final int CALL = 1 << 15;

    /** Where bulk values and fragments are read from while writing; {@link DicomFile} is one. */
    public interface BulkReader {

        /** Fills the buffer from the position; fewer bytes only at the end. */
        int read(long position, ByteBuffer target) throws IOException;

        /** The bytes where they lie in memory, read-only; null when they must be read. */
        default @Nullable ByteBuffer held(long position, long length) {
            return null;
        }
    }

    private byte[] out = new byte[1 << 16];
    private int size;
    private @Nullable WritableByteChannel channel;
    private @Nullable ByteBuffer copy;
    private long written;

    /** Writes a whole Part 10 file made by {@link Dataset#builder}, with a meta header of its own. */
    public static void write(Path path, Dataset dataset, TransferSyntax syntax) throws IOException {
        try (FileChannel target = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            new DicomWriter().file(target, meta(dataset, syntax), dataset, syntax, null);
        }
    }

    /** The same to a stream, which is left open. */
    public static void write(OutputStream stream, Dataset dataset, TransferSyntax syntax) throws IOException {
        new DicomWriter().file(java.nio.channels.Channels.newChannel(stream), meta(dataset, syntax), dataset, syntax,
                null);
    }

    /** Group 2 for a data set: class, instance, syntax, implementation; nothing else. */
    public static Dataset meta(Dataset dataset, TransferSyntax syntax) {
        return Dataset.builder().bytes(0x00020001, Vr.OB, new byte[]{0, 1})
                .set(Tag.MEDIA_STORAGE_SOP_CLASS_UID, Vr.UI, dataset.string(Tag.SOP_CLASS_UID, ""))
                .set(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, Vr.UI, dataset.string(Tag.SOP_INSTANCE_UID, ""))
                .set(Tag.TRANSFER_SYNTAX_UID, Vr.UI, syntax.uid()).set(0x00020012, Vr.UI, IMPLEMENTATION)
                .set(0x00020013, Vr.SH, "IMAGING_HAVEN").build();
    }

    /**
     * Writes preamble, meta header and data set.
     *
     * @param from the file that bulk values and fragments lie in; null when there are none
     * @return bytes written before the first bulk value or fragments, or in all
     */
    public void file(WritableByteChannel target, Dataset meta, Dataset dataset, TransferSyntax syntax,
            @Nullable BulkReader from) throws IOException {
        channel = target;
        size = 0;
        written = 0;
        java.util.Arrays.fill(out, 0, 128, (byte) 0);
        size = 128;
        ascii("DICM");
        int lengthAt = size + 8;
        header(0x00020000, Vr.UL, 4, TransferSyntax.EXPLICIT_LE);
        i32(0, false);
        int start = size;
        for (Element element : meta) {
            if (element.tag() != 0x00020000) {
                element(element, TransferSyntax.EXPLICIT_LE, from);
            }
        }
        int length = size - start;
        out[lengthAt] = (byte) length;
        out[lengthAt + 1] = (byte) (length >> 8);
        if (!syntax.deflated()) {
            elements(dataset, syntax, from);
            flush();
            return;
        }
        flush();
        java.util.zip.Deflater deflater = new java.util.zip.Deflater(-1, true);
        try (var stream = new java.util.zip.DeflaterOutputStream(
                new Unclosed(java.nio.channels.Channels.newOutputStream(target)), deflater)) {
            channel = java.nio.channels.Channels.newChannel(stream);
            elements(dataset, syntax, from);
            flush();
            stream.finish();
        } finally {
            deflater.end();
        }
    }

    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream stream) {
            super(stream);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    private void elements(Dataset dataset, TransferSyntax syntax, @Nullable BulkReader from) throws IOException {
        for (int i = 0; i < dataset.size(); i++) {
            Element element = dataset.at(i);
            int tag = element.tag();
            if (Tag.element(tag) != 0 && tag != Tag.TRAILING_PADDING && Tag.group(tag) > 2) {
                element(element, syntax, from);
            }
        }
    }

    private void element(Element element, TransferSyntax syntax, @Nullable BulkReader from) throws IOException {
        // a switch over types is made anew at every start, which takes longer than the first files
        if (element instanceof Element.Value value) {
            value(value, syntax);
        } else if (element instanceof Element.Items sequence) {
            items(sequence, syntax, from);
        } else if (element instanceof Element.Bulk bulk) {
            long length = bulk.length() + (bulk.length() & 1);
            header(bulk.tag(), bulk.vr(), (int) length, syntax);
            copy(bulk.position(), bulk.length(), from);
            pad(length > bulk.length(), (byte) 0);
        } else {
            fragments((Element.Fragments) element, syntax, from);
        }
    }

    private void value(Element.Value value, TransferSyntax syntax) throws IOException {
        int length = value.length() + (value.length() & 1);
        header(value.tag(), value.vr(), length, syntax);
        if (value.bigEndian() == syntax.bigEndian() || value.vr().wordSize() == 1) {
            raw(value.array(), value.offset(), value.length());
        } else {
            swapped(value);
        }
        pad(length > value.length(), value.vr().padding());
    }

    private void items(Element.Items sequence, TransferSyntax syntax, @Nullable BulkReader from) throws IOException {
        header(sequence.tag(), Vr.SQ, -1, syntax);
        for (Dataset item : sequence.items()) {
            tagAndLength(Tag.ITEM, -1, syntax.bigEndian());
            elements(item, syntax, from);
            tagAndLength(Tag.ITEM_END, 0, syntax.bigEndian());
        }
        tagAndLength(Tag.SEQUENCE_END, 0, syntax.bigEndian());
    }

    private void fragments(Element.Fragments encapsulated, TransferSyntax syntax, @Nullable BulkReader from)
            throws IOException {
        header(encapsulated.tag(), encapsulated.vr(), -1, syntax);
        for (Element.Fragment fragment : encapsulated.fragments()) {
            int length = fragment.length() + (fragment.length() & 1);
            tagAndLength(Tag.ITEM, length, false);
            if (fragment.position() < 0) {
                raw(fragment.bytes(), 0, fragment.length());
            } else {
                copy(fragment.position(), fragment.length(), from);
            }
            pad(length > fragment.length(), (byte) 0);
        }
        tagAndLength(Tag.SEQUENCE_END, 0, false);
    }

    private void pad(boolean odd, byte padding) throws IOException {
        if (odd) {
            reserve(1);
            out[size++] = padding;
        }
    }

    private void header(int tag, Vr vr, int length, TransferSyntax syntax) throws IOException {
        reserve(12);
        boolean bigEndian = syntax.bigEndian();
        u16(Tag.group(tag), bigEndian);
        u16(Tag.element(tag), bigEndian);
        if (!syntax.explicit()) {
            i32(length, bigEndian);
            return;
        }
        Vr form = !vr.isLongForm() && length > 0xFFFE ? Vr.UN : vr;
        out[size++] = (byte) form.name().charAt(0);
        out[size++] = (byte) form.name().charAt(1);
        if (form.isLongForm()) {
            u16(0, bigEndian);
            i32(length, bigEndian);
        } else {
            u16(length, bigEndian);
        }
    }

    private void tagAndLength(int tag, int length, boolean bigEndian) throws IOException {
        reserve(8);
        u16(Tag.group(tag), bigEndian);
        u16(Tag.element(tag), bigEndian);
        i32(length, bigEndian);
    }

    private void u16(int value, boolean bigEndian) {
        out[size++] = (byte) (bigEndian ? value >> 8 : value);
        out[size++] = (byte) (bigEndian ? value : value >> 8);
    }

    private void i32(int value, boolean bigEndian) {
        u16(bigEndian ? value >>> 16 : value, bigEndian);
        u16(bigEndian ? value : value >>> 16, bigEndian);
    }

    private void ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            out[size++] = (byte) text.charAt(i);
        }
    }

    private void raw(byte[] array, int offset, int length) throws IOException {
        if (length > out.length / 2) {
            raw(ByteBuffer.wrap(array, offset, length));
            return;
        }
        reserve(length);
        System.arraycopy(array, offset, out, size, length);
        size += length;
    }

    private void raw(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        if (length <= out.length / 2) {
            reserve(length);
            bytes.get(out, size, length);
            size += length;
        } else if (channel instanceof GatheringByteChannel target) {
            gather(target, bytes);
        } else {
            flush();
            drain(bytes);
        }
    }

    /** Writes what waits and the bytes behind it. */
    private void gather(GatheringByteChannel target, ByteBuffer bytes) throws IOException {
        ByteBuffer[] both = {ByteBuffer.wrap(out, 0, size), bytes};
        size = 0;
        int end = bytes.limit();
        while (bytes.position() < end) {
            int most = CALL - (int) (written % CALL) - both[0].remaining();
            bytes.limit(Math.min(end, bytes.position() + Math.max(0, most)));
            written += both[0].hasRemaining() ? target.write(both) : target.write(bytes);
        }
    }

    private void swapped(Element.Value value) throws IOException {
        byte[] words = new byte[value.length()];
        int word = value.vr().wordSize();
        for (int i = 0; i < words.length; i++) {
            int whole = i - i % word;
            words[i] = value.array()[value.offset() + (whole + word <= words.length ? whole + word - 1 - i % word : i)];
        }
        raw(words, 0, words.length);
    }

    private void reserve(int length) throws IOException {
        if (size + length > out.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        drain(ByteBuffer.wrap(out, 0, size));
        size = 0;
    }

    private void drain(ByteBuffer bytes) throws IOException {
        WritableByteChannel target = java.util.Objects.requireNonNull(channel);
        written += bytes.remaining();
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    private void copy(long position, long length, @Nullable BulkReader from) throws IOException {
        if (from == null) {
            throw new IllegalArgumentException("bulk values need the file they lie in");
        }
        ByteBuffer held = from.held(position, length);
        if (held != null) {
            raw(held);
            return;
        }
        if (copy == null) {
            copy = ByteBuffer.allocateDirect(COPY);
        }
        long done = 0;
        while (done < length) {
            ByteBuffer part = java.util.Objects.requireNonNull(copy).clear()
                    .limit((int) Math.min(COPY, length - done));
            int count = from.read(position + done, part);
            if (count <= 0) {
                throw new DicomException(DicomException.Kind.TRUNCATED, position + done, 0, length - done);
            }
            raw(part.flip());
            done += count;
        }
    }

    /** Bytes written by the last call. */
    public long written() {
        return written;
    }
}
