package org.imaginghaven.dicom;

import org.jspecify.annotations.Nullable;

/** Value representations of PS3.5 section 6.2. */
public enum Vr {
    AE(Kind.ASCII), AS(Kind.ASCII), AT(Kind.BINARY, 2), CS(Kind.ASCII), DA(Kind.ASCII), DS(Kind.ASCII), DT(
            Kind.ASCII), FD(
                    Kind.BINARY,
                    8), FL(Kind.BINARY, 4), IS(Kind.ASCII), LO(Kind.TEXT), LT(Kind.LONG_TEXT), OB(Kind.OTHER, 1), OD(
                            Kind.OTHER,
                            8), OF(Kind.OTHER, 4), OL(Kind.OTHER, 4), OV(Kind.OTHER, 8), OW(Kind.OTHER, 2), PN(
                                    Kind.TEXT), SH(Kind.TEXT), SL(Kind.BINARY,
                                            4), SQ(Kind.ITEMS), SS(Kind.BINARY, 2), ST(
                                                    Kind.LONG_TEXT), SV(Kind.BINARY,
                                                            8), TM(Kind.ASCII), UC(Kind.TEXT), UI(
                                                                    Kind.ASCII), UL(Kind.BINARY, 4), UN(Kind.OTHER,
                                                                            1), UR(
                                                                                    Kind.LONG_ASCII), US(Kind.BINARY,
                                                                                            2), UT(Kind.LONG_TEXT), UV(
                                                                                                    Kind.BINARY, 8);

    private enum Kind {
        ASCII, LONG_ASCII, TEXT, LONG_TEXT, BINARY, OTHER, ITEMS
    }

    private static final Vr[] BY_CODE = new Vr[26 * 26];

    static {
        for (Vr vr : values()) {
            BY_CODE[(vr.name().charAt(0) - 'A') * 26 + vr.name().charAt(1) - 'A'] = vr;
        }
    }

    private final Kind kind;
    private final int wordSize;
    private final boolean longForm;

    Vr(Kind kind) {
        this(kind, 1);
    }

    Vr(Kind kind, int wordSize) {
        this.kind = kind;
        this.wordSize = wordSize;
        this.longForm = switch (name()) {
            case "OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV" -> true;
            default -> false;
        };
    }

    /** The VR of the two letters, or null when there is none. */
    public static @Nullable Vr of(int first, int second) {
        return first < 'A' || first > 'Z' || second < 'A' || second > 'Z'
                ? null
                : BY_CODE[(first - 'A') * 26 + second - 'A'];
    }

    /** Bytes of one word, which a change of byte order swaps. */
    public int wordSize() {
        return wordSize;
    }

    /** Explicit VR with a length of 32 bits. */
    public boolean isLongForm() {
        return longForm;
    }

    /** Characters, of the default repertoire or of the data set's character set. */
    public boolean isText() {
        return kind != Kind.BINARY && kind != Kind.OTHER && kind != Kind.ITEMS;
    }

    /** Written in the character set that (0008,0005) names. */
    public boolean usesCharacterSet() {
        return kind == Kind.TEXT || kind == Kind.LONG_TEXT;
    }

    /** Free text: a person may have typed anything. */
    public boolean isFreeText() {
        return kind == Kind.TEXT || kind == Kind.LONG_TEXT || kind == Kind.LONG_ASCII || this == AE;
    }

    /** Several values are separated by a backslash. */
    public boolean hasBackslashValues() {
        return kind == Kind.ASCII || kind == Kind.TEXT;
    }

    /** Numbers in binary. */
    public boolean isNumber() {
        return kind == Kind.BINARY;
    }

    /** Octets or words that the standard does not look into. */
    public boolean isOther() {
        return kind == Kind.OTHER;
    }

    /** What fills up an odd length. */
    public byte padding() {
        return isText() && this != UI ? (byte) ' ' : 0;
    }
}
