package org.imaginghaven.kernel;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * An opaque business key such as {@code ext-7k2m9q4w1x8z3v5b}: three letters for the kind, sixteen random characters.
 *
 * <p>Keys are the only names of things that may cross a zone or enter a process variable. They are random, never
 * derived, so holding one reveals nothing.
 */
public record Key(String value) implements Comparable<Key> {

    private static final Pattern FORM = Pattern.compile("[a-z]{3}-[0-9a-z]{16}");
    private static final char[] ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The kinds of thing that have a key; the prefix is the first three characters of every key of the kind. */
    public enum Kind {
        BATCH("bat"), PROMOTION("prm"), COHORT("coh"), REQUEST("req"), AGREEMENT("agr"), EXTRACTION("ext"), RELEASE(
                "rel"), REVOCATION("rev"), PROJECT("prj"), OPT_OUT("opt");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        public String prefix() {
            return prefix;
        }
    }

    /** A text that cannot be a key; the message never repeats it. */
    public static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private Malformed(int length) {
            super("not a key: " + length + " characters");
        }
    }

    /** @throws Malformed when the text is not of a key's form */
    public Key {
        if (!FORM.matcher(value).matches()) {
            throw new Malformed(value.length());
        }
    }

    /** A new random key of the kind. */
    public static Key random(Kind kind) {
        StringBuilder text = new StringBuilder(kind.prefix()).append('-');
        for (int i = 0; i < 16; i++) {
            text.append(ALPHABET[RANDOM.nextInt(ALPHABET.length)]);
        }
        return new Key(text.toString());
    }

    public boolean is(Kind kind) {
        return value.startsWith(kind.prefix());
    }

    @Override
    public int compareTo(Key other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
