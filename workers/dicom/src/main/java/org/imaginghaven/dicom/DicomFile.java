package org.imaginghaven.dicom;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.imaginghaven.dicom.DicomException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A file that was read: its header on the heap, its large values left in the file until asked for. Not thread safe.
 */
public final class DicomFile implements Closeable, DicomWriter.BulkReader {

    private final Source source;
    private final Dataset meta;
    private final Dataset dataset;
    private final TransferSyntax syntax;

    private DicomFile(Source source, Dataset meta, Dataset dataset, TransferSyntax syntax) {
        this.source = source;
        this.meta = meta;
        this.dataset = dataset;
        this.syntax = syntax;
    }

    /**
     * Reads Part 10 files, files without a preamble and bare data sets.
     *
     * @throws DicomException when it cannot be read; says where and what, never a value
     */
    public static DicomFile read(Path path) throws IOException {
        return read(Source.open(path));
    }

    /**
     * The same for one file after the other: one that fits the room is read into it whole, and only once.
     *
     * @param room the file's until that is closed
     */
    public static DicomFile read(Path path, FileRoom room) throws IOException {
        return read(Source.open(path, room));
    }

    /** Reads a file held in memory. */
    public static DicomFile read(byte[] bytes) throws IOException {
        return read(Source.of(bytes));
    }

    private static DicomFile read(Source plain) throws IOException {
        Source source = plain;
        boolean done = false;
        try {
            Parser parser = new Parser(source);
            skipPreamble(parser);
            Dataset meta = parser.meta();
            String uid = meta.string(Tag.TRANSFER_SYNTAX_UID, "");
            TransferSyntax declared = uid.isEmpty() ? TransferSyntax.EXPLICIT_LE : TransferSyntax.of(uid);
            if (declared.deflated()) {
                long start = parser.position();
                source = plain.inflated(start);
                parser = new Parser(source);
                parser.seek(start);
            }
            TransferSyntax syntax = confirm(parser, declared, meta.size() > 0);
            Dataset dataset = parser.dataset(new Parser.Form(syntax.explicit(), syntax.bigEndian()));
            done = true;
            return new DicomFile(source, meta, dataset, syntax);
        } finally {
            if (!done) {
                source.close();
            }
        }
    }

    private static void skipPreamble(Parser parser) throws IOException {
        if (parser.available(132) == 132 && isPrefix(parser, 128)) {
            parser.seek(132);
        } else if (parser.available(4) == 4 && isPrefix(parser, 0)) {
            parser.seek(4);
        }
    }

    private static boolean isPrefix(Parser parser, int offset) {
        return parser.peek(offset) == 'D' && parser.peek(offset + 1) == 'I' && parser.peek(offset + 2) == 'C'
                && parser.peek(offset + 3) == 'M';
    }

    /** Believes the bytes of the first element rather than the declared syntax. */
    private static TransferSyntax confirm(Parser parser, TransferSyntax declared, boolean hasMeta) throws IOException {
        if (parser.available(8) < 8) {
            if (hasMeta && parser.available(1) == 0) {
                return declared;
            }
            throw new DicomException(Kind.NOT_DICOM, parser.position(), 0, parser.available(8));
        }
        int first = parser.peek(0) | parser.peek(1) << 8;
        int swapped = parser.peek(1) | parser.peek(0) << 8;
        boolean letters = Vr.of(parser.peek(4), parser.peek(5)) != null;
        int group = declared.bigEndian() ? swapped : first;
        int other = declared.bigEndian() ? first : swapped;
        if (hasMeta && letters == declared.explicit() && (plausible(group) || !plausible(other))) {
            return declared;
        }
        if (letters && plausible(first)) {
            return declared.explicit() && !declared.bigEndian() ? declared : TransferSyntax.EXPLICIT_LE;
        }
        if (letters && plausible(swapped)) {
            return TransferSyntax.EXPLICIT_BE;
        }
        int length = parser.peek(4) | parser.peek(5) << 8 | parser.peek(6) << 16 | parser.peek(7) << 24;
        boolean known = Dictionary.vr(first << 16 | parser.peek(2) | parser.peek(3) << 8) != null;
        if (plausible(first) && (length >= 0 && length < 1 << 16 && known || hasMeta && length >= -1)) {
            return declared.encapsulated()
                    ? new TransferSyntax(declared.uid(), false, false, false, true)
                    : TransferSyntax.IMPLICIT_LE;
        }
        throw new DicomException(Kind.NOT_DICOM, parser.position(), 0, -1);
    }

    private static boolean plausible(int group) {
        return group >= 0x0002 && group <= 0x0088;
    }

    /** Group 2; empty when the file has none. */
    public Dataset meta() {
        return meta;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** The syntax the bytes are in, which may not be the declared one. */
    public TransferSyntax syntax() {
        return syntax;
    }

    /** A bulk value's bytes as a stream from its start; the caller reads no more than its length. */
    public InputStream stream(Element.Bulk bulk) {
        return source.stream(bulk.position());
    }

    /**
     * Fills the buffer with the file's bytes from the position (of the inflated file).
     *
     * @return bytes read; fewer than asked only at the end
     */
    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        return source.read(position, target);
    }

    @Override
    public @Nullable ByteBuffer held(long position, long length) {
        return source.held(position, length);
    }

    /** The bytes of a fragment. */
    public byte[] bytes(Element.Fragment fragment) throws IOException {
        if (fragment.position() < 0) {
            return fragment.bytes();
        }
        byte[] bytes = new byte[fragment.length()];
        if (source.read(fragment.position(), bytes, 0, bytes.length) < bytes.length) {
            throw new DicomException(Kind.TRUNCATED, fragment.position(), Tag.PIXEL_DATA, bytes.length);
        }
        return bytes;
    }

    /**
     * A bulk value's bytes on the heap.
     *
     * @throws DicomException TOO_LARGE when longer than the bound
     */
    public byte[] bytes(Element.Bulk bulk, int bound) throws IOException {
        if (bulk.length() > bound) {
            throw new DicomException(Kind.TOO_LARGE, bulk.position(), bulk.tag(), bulk.length());
        }
        byte[] bytes = new byte[(int) bulk.length()];
        if (source.read(bulk.position(), bytes, 0, bytes.length) < bytes.length) {
            throw new DicomException(Kind.TRUNCATED, bulk.position(), bulk.tag(), bytes.length);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
