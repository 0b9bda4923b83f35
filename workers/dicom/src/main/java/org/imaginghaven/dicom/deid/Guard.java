package org.imaginghaven.dicom.deid;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.imaginghaven.dicom.CharacterSets;

/**
 * Finds the file's own identifiers in what would be written: as words, inside longer words when they are long enough to
 * mean nothing else, and as numbers with other signs between the digits. Words of the vocabulary are left to the cleaner.
 */
final class Guard {

    private static final int LONG = 5;
    private static final int SHORT = 4;
    private static final int CUT = 6;
    private static final int LONG_NUMBER = 8;

    private final Set<String> words = new HashSet<>();
    private final Set<String> cut = new HashSet<>();
    private final List<String> parts = new ArrayList<>();
    /** Those of the parts that are too short to be told by how they begin. */
    private final List<String> shortParts = new ArrayList<>();
    /** Bits of the first signs of the other parts: most places of a text are told apart from all of them at once. */
    private final long[] beginnings = new long[1 << 8];
    private final List<String> numbers = new ArrayList<>();
    private final Set<String> known;

    Guard(KnownIdentifiers identifiers, VocabularyCleaner vocabulary) {
        this.known = identifiers.texts();
        for (String text : known) {
            if (text.length() < 2 || vocabulary.knows(text)) {
                continue;
            }
            words.add(text);
            cut(text, vocabulary);
            int digits = digits(text);
            if (digits >= 6 && tight(text).length() == digits) {
                numbers.add(tight(text));
            }
            // scripts without spaces do not set words apart
            if (text.length() >= LONG || text.codePoints().allMatch(Character::isIdeographic)) {
                parts.add(text);
                if (text.length() < LONG) {
                    shortParts.add(text);
                } else {
                    int bit = bit(beginning(text));
                    beginnings[bit >> 6] |= 1L << (bit & 63);
                }
            }
        }
    }

    /** A name that was cut to the length of its field is still a name. */
    private void cut(String text, VocabularyCleaner vocabulary) {
        if (!text.codePoints().allMatch(Character::isLetter)) {
            return;
        }
        for (int end = CUT; end < text.length(); end++) {
            String start = text.substring(0, end);
            if (!vocabulary.knows(start)) {
                cut.add(start);
            }
        }
    }

    private static int beginning(String text) {
        int signs = 0;
        for (int i = 0; i < LONG; i++) {
            signs = next(signs, text.charAt(i));
        }
        return signs;
    }

    /** Takes one more sign in; after five more nothing of it is left in the low 30 bits. */
    private static int next(int signs, char sign) {
        return signs << 6 ^ sign;
    }

    private static int bit(int signs) {
        return ((signs & 0x3FFFFFFF) * 0x9E3779B9) >>> 18;
    }

    /** Whether a part may begin somewhere in the text; never false when one does. */
    private boolean mayHold(String low) {
        int signs = 0;
        for (int i = 0; i < low.length(); i++) {
            signs = next(signs, low.charAt(i));
            int bit = bit(signs);
            if ((beginnings[bit >> 6] & 1L << (bit & 63)) != 0 && i >= LONG - 1) {
                return true;
            }
        }
        return false;
    }

    Set<String> known() {
        return known;
    }

    static int digits(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) >= '0' && text.charAt(i) <= '9' ? 1 : 0;
        }
        return count;
    }

    private static String tight(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** Whether an identifier is in the text. */
    boolean finds(String text) {
        if (text.length() < 2) {
            return false;
        }
        String low = text.toLowerCase(Locale.ROOT);
        if (contains(low, shortParts) || mayHold(low) && contains(low, parts)) {
            return true;
        }
        if (hasWord(low)) {
            return true;
        }
        if (!numbers.isEmpty() && digits(low) >= 6) {
            String tight = tight(low);
            for (String number : numbers) {
                if (tight.contains(number)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(String low, List<String> parts) {
        for (String part : parts) {
            if (part.length() <= low.length() && low.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a number or time is an identifier: long ones anywhere in it, shorter ones only as the whole of it, since the
     * digits of measurements hold any six by chance.
     */
    boolean isNumber(String value, boolean time) {
        if (value.length() < LONG) {
            return false;
        }
        String tight = tight(value);
        for (String number : numbers) {
            if (number.length() >= LONG_NUMBER ? tight.contains(number) : !time && tight.equals(number)) {
                return true;
            }
        }
        return !time && words.contains(value);
    }

    private boolean hasWord(String low) {
        int start = -1;
        for (int i = 0; i <= low.length(); i++) {
            boolean inside = i < low.length() && Character.isLetterOrDigit(low.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                if (i - start >= 2 && isName(low.substring(start, i))) {
                    return true;
                }
                start = -1;
            }
        }
        return false;
    }

    private boolean isName(String word) {
        return words.contains(word) || cut.contains(word);
    }

    /** The text without the words an identifier is in; empty when one goes across words. */
    String strip(String text) {
        if (!finds(text)) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        for (String word : text.split("\\s+")) {
            if (!finds(word)) {
                kept.append(kept.isEmpty() ? "" : " ").append(word);
            }
        }
        return finds(kept.toString()) ? "" : kept.toString();
    }

    /** A search of written bytes, for the likely encodings and that of the data set. */
    Sweep sweep(CharacterSets own) {
        Set<Charset> charsets = new HashSet<>(Set.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1));
        Charset charset = own.charset();
        if (charset != null) {
            charsets.add(charset);
        }
        List<byte[]> wide = new ArrayList<>();
        for (String part : parts) {
            wide.add(part.getBytes(StandardCharsets.UTF_16LE));
            wide.add(part.getBytes(StandardCharsets.UTF_16BE));
        }
        return new Sweep(tokens(charsets), wide);
    }

    /** What it looks for: texts of four and more letters or digits. */
    private List<byte[]> tokens(Set<Charset> charsets) {
        Set<String> texts = new HashSet<>(parts);
        for (String word : words) {
            if (word.length() >= SHORT) {
                texts.add(word);
            }
        }
        List<byte[]> tokens = new ArrayList<>();
        for (String text : texts) {
            boolean plain = text.chars().allMatch(c -> c < 0x80);
            if (plain) {
                tokens.add(text.getBytes(StandardCharsets.US_ASCII));
                continue;
            }
            for (Charset charset : charsets) {
                if (charset.newEncoder().canEncode(text)) {
                    tokens.add(text.getBytes(charset));
                    tokens.add(text.toUpperCase(Locale.ROOT).getBytes(charset));
                }
            }
        }
        return tokens;
    }
}
