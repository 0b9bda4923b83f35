package org.imaginghaven.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The data dictionary of PS3.6 (2024e): VR and keyword of every standard element. */
public final class Dictionary {

    private static final int SLOTS = 1 << 14;
    private static final int[] TAGS = new int[SLOTS];
    private static final Vr[] VRS = new Vr[SLOTS];
    private static final String[] KEYWORDS = new String[SLOTS];

    static {
        load();
    }

    /** Built only when somebody asks by keyword. */
    private static final class Keywords {
        static final Map<String, Integer> TAG_OF = new HashMap<>();

        static {
            for (int slot = 0; slot < SLOTS; slot++) {
                if (KEYWORDS[slot] != null) {
                    TAG_OF.put(KEYWORDS[slot], TAGS[slot]);
                }
            }
        }
    }

    private Dictionary() {
    }

    private static void load() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Dictionary.class.getResourceAsStream("dictionary.txt")),
                StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.charAt(0) == '#') {
                    continue;
                }
                // repeating groups are kept under their first member
                int tag = Integer.parseUnsignedInt(line.substring(0, 8).replace('X', '0'), 16);
                int slot = slot(tag);
                TAGS[slot] = tag;
                VRS[slot] = Vr.valueOf(line.substring(9, 11));
                KEYWORDS[slot] = line.substring(line.lastIndexOf(' ') + 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int slot(int tag) {
        int slot = (tag * 0x9E3779B9) >>> 18;
        while (KEYWORDS[slot] != null && TAGS[slot] != tag) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
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
        return Tag.isPrivate(tag) ? null : KEYWORDS[slot(canonical(tag))];
    }

    /** Tag of a keyword; null when there is none. */
    public static @Nullable Integer tag(String keyword) {
        return Keywords.TAG_OF.get(keyword);
    }
}
