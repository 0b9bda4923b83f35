package org.imaginghaven.dicom;

import java.io.IOException;

/** Why a file could not be read. Says where and what, never a value. */
public final class DicomException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Kinds of fault; the names appear in reports. */
    public enum Kind {
        /** Neither a preamble nor anything that looks like a data set. */
        NOT_DICOM,
        /** A part of DICOM that is not an image or object, for example a DICOMDIR. */
        NOT_AN_INSTANCE,
        /** An element, item or fragment reaches beyond the end of the file or of what holds it. */
        TRUNCATED,
        /** The bytes where a tag, VR or delimiter must be are none. */
        MALFORMED,
        /** A value length that no value of its VR can have. */
        INVALID_LENGTH,
        /** Sequences nested deeper than 64. */
        TOO_DEEP,
        /** More elements, or more bytes of header, than memory is given for. */
        TOO_LARGE,
        /** A transfer syntax that is not known. */
        UNKNOWN_TRANSFER_SYNTAX,
        /** The deflated stream is broken. */
        BROKEN_DEFLATE,
        /** A character set that is not known. */
        UNKNOWN_CHARACTER_SET
    }

    private final Kind kind;
    private final long position;
    private final int tag;
    private final long length;

    public DicomException(Kind kind, long position, int tag, long length) {
        super(kind + " at byte " + position + ", tag " + Tag.text(tag) + ", length " + length);
        this.kind = kind;
        this.position = position;
        this.tag = tag;
        this.length = length;
    }

    public Kind kind() {
        return kind;
    }

    /** Byte in the (inflated) file. */
    public long position() {
        return position;
    }

    public int tag() {
        return tag;
    }

    /** Length in bytes as the file states it; -1 for undefined or none. */
    public long length() {
        return length;
    }
}
