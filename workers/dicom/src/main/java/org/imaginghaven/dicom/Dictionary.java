package org.imaginghaven.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary of PS3.6 (2024e): VR and keyword of every standard element. Read at every start, so its lines stay
 * the bytes they are until somebody asks for a keyword.
 */
public final class Dictionary {

    private static final int BITS = 14;
    private static final int SLOTS = 1 << BITS;
    private static final int[] TAGS = new int[SLOTS];
    private static final Vr[] VRS = new Vr[SLOTS];
    /** Where the keyword begins; 0 in an empty slot. */
    private static final int[] KEYWORDS = new int[SLOTS];
    /** By hash of the keyword: its slot and 1. */
    private static final int[] BY_KEYWORD = new int[SLOTS];
    private static final byte[] TEXT = text();

    static {
        for (int at = 0; at < TEXT.length;) {
            at = line(at);
        }
    }

    private Dictionary() {
    }

    private static byte[] text() {
        try (InputStream in = Objects
                .requireNonNull(Dictionary.class.getResourceAsStream("dictionary.txt"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in {@code TAG VR VM KEYWORD} and returns where the next line begins. */
    private static int line(int start) {
        int at = start;
        if (TEXT[at] == '#') {
            while (TEXT[at++] != '\n') {
                // a comment
            }
            return at;
        }
        int slot = slot(tagAt(start));
        TAGS[slot] = tagAt(start);
        VRS[slot] = Vr.of(TEXT[start + 9], TEXT[start + 10]);
        at = start + 12;
        while (TEXT[at++] != ' ') {
            // the multiplicity
        }
        KEYWORDS[slot] = at;
        int hash = 0;
        for (; TEXT[at] != '\n'; at++) {
            hash = 31 * hash + TEXT[at];
        }
        int place = spread(hash);
        while (BY_KEYWORD[place] != 0) {
            place = (place + 1) & (SLOTS - 1);
        }
        BY_KEYWORD[place] = slot + 1;
        return at + 1;
    }

    private static int tagAt(int start) {
        int tag = 0;
        for (int i = start; i < start + 8; i++) {
            int digit = TEXT[i];
            // repeating groups are kept under their first member
            tag = tag << 4 | (digit <= '9' ? digit - '0' : digit == 'X' ? 0 : digit - 'A' + 10);
        }
        return tag;
    }

    private static int slot(int tag) {
        int slot = spread(tag);
        while (KEYWORDS[slot] != 0 && TAGS[slot] != tag) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static int spread(int hash) {
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - BITS);
    }

    private static String keywordAt(int start) {
        int end = start;
        while (TEXT[end] != '\n') {
            end++;
        }
        return new String(TEXT, start, end - start, StandardCharsets.US_ASCII);
    }

    private static int canonical(int tag) {
        return Tag.isOverlay(tag) || Tag.isCurve(tag)
                ? tag & 0xFF00FFFF
                : (tag & 0xFFFFFF00) == 0x00203100 ? 0x00203100 : tag;
    }

    /** VR of a standard element; null when the dictionary does not have it, always for private ones. */
    public static @Nullable Vr vr(int tag) {
        if (Tag.isPrivate(tag)) {
            return Tag.isPrivateCreator(tag) ? Vr.LO : null;
        }
        if (Tag.element(tag) == 0) {
            return Vr.UL;
        }
        return VRS[slot(canonical(tag))];
    }

    /** Keyword of a standard element; null when the dictionary does not have it. */
    public static @Nullable String keyword(int tag) {
        int start = Tag.isPrivate(tag) ? 0 : KEYWORDS[slot(canonical(tag))];
        return start == 0 ? null : keywordAt(start);
    }

    /** Tag of a keyword; null when there is none. */
    public static @Nullable Integer tag(String keyword) {
        int place = spread(keyword.hashCode());
        while (BY_KEYWORD[place] != 0) {
            int slot = BY_KEYWORD[place] - 1;
            if (keywordAt(KEYWORDS[slot]).equals(keyword)) {
                return TAGS[slot];
            }
            place = (place + 1) & (SLOTS - 1);
        }
        return null;
    }
}
