package org.imaginghaven.pixels.decode;

import java.io.IOException;

/** A frame that cannot be decoded, or not surely right. Holds no value of the file. */
public final class UndecodableException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Kind {
        /** No decoder that was found right for this syntax and form. */
        UNSUPPORTED,
        /** The compressed data are broken or end early. */
        CORRUPT,
        /** It decodes to another size, depth or number of components than the header says. */
        MISMATCH
    }

    private final Kind kind;

    UndecodableException(Kind kind, String what) {
        super("frame cannot be decoded: " + kind + ", " + what);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
