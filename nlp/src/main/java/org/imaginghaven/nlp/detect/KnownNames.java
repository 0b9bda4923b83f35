package org.imaginghaven.nlp.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of names that are known, folded to small letters without accents.
 *
 * @param parts forenames and surnames, and the other spellings of them
 * @param forms other forms of the forenames
 * @param particles what stands before a surname and belongs to it: van, de, O
 * @param initials first letters of the parts
 */
record KnownNames(Set<String> parts, Set<String> forms, Set<String> particles, Set<String> initials) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,^=;/()\"]+");
    private static final Set<String> NO_PART = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor",
            "master", "sir", "dame",
            "jr", "sr", "snr", "jnr", "md", "phd", "the", "and", "van", "von", "de", "der", "den", "la", "le", "al",
            "el", "bin", "unknown",
            "anonymous", "anon", "patient", "test", "name", "none", "baby", "of", "male", "female", "spr", "str",
            "consultant", "sister", "nurse");

    static KnownNames of(List<String> names, Words words) {
        Set<String> parts = new HashSet<>();
        Set<String> particles = new HashSet<>();
        Set<String> initials = new HashSet<>();
        for (String name : names) {
            String joined = "";
            for (String piece : SEPARATORS.split(name)) {
                String part = piece.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
                String folded = fold(part);
                add(part, parts);
                if (!joined.isEmpty() && folded.length() > 2) {
                    parts.add(joined + folded);
                }
                boolean particle = NameGrammar.PARTICLES.contains(folded);
                joined = particle ? joined + folded : "";
                if (particle) {
                    particles.add(folded);
                } else if (!folded.isEmpty() && !NO_PART.contains(folded)) {
                    initials.add(folded.substring(0, 1));
                }
            }
        }
        Set<String> forms = new HashSet<>();
        for (String part : parts) {
            forms.addAll(words.nicknamesOf(part));
        }
        forms.removeAll(parts);
        forms.removeIf(form -> form.length() < 3);
        return new KnownNames(parts, forms, particles, initials);
    }

    private static void add(String part, Set<String> parts) {
        String folded = fold(part);
        if (folded.length() < 2 || NO_PART.contains(folded) || folded.contains("@")) {
            return;
        }
        parts.add(folded);
        parts.add(folded.replaceAll("[-']", ""));
        if (part.codePoints().anyMatch(letter -> letter > 127)) {
            parts.add(fold(TwoLetters.of(part)));
        }
        if (folded.matches("ma?c\\p{L}{4,}")) {
            String rest = folded.substring(folded.charAt(1) == 'a' ? 3 : 2);
            parts.addAll(List.of("mac" + rest, "mc" + rest));
        }
        for (String half : folded.split("[-'’]")) {
            if (half.length() > 2) {
                parts.add(half);
            }
        }
        if (part.length() > 4 && Character.isUpperCase(part.charAt(1)) && Character.isLowerCase(part.charAt(2))
                && Character.isUpperCase(part.charAt(0))) {
            parts.add(folded.substring(1));
        }
    }

    static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        StringBuilder folded = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char c = Character.toLowerCase(plain.charAt(i));
            int special = "łøđð’ı".indexOf(c);
            folded.append(special < 0 ? c : "lodd'i".charAt(special));
        }
        return folded.toString();
    }

    /** Whether one letter was changed, left out, put in or swapped with the next. */
    static boolean oneEdit(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        if (longer - shorter > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() != other.length()) {
            String more = one.length() > other.length() ? one : other;
            String less = one.length() > other.length() ? other : one;
            return more.substring(same + 1).equals(less.substring(same));
        }
        if (same == longer) {
            return false;
        }
        boolean changed = one.substring(same + 1).equals(other.substring(same + 1));
        boolean swapped = same + 1 < longer && one.charAt(same) == other.charAt(same + 1)
                && one.charAt(same + 1) == other.charAt(same)
                && one.substring(same + 2).equals(other.substring(same + 2));
        return changed || swapped;
    }

    /** Whether a word is two different parts without a space between them. */
    boolean glued(String folded) {
        for (int i = 2; i < folded.length() - 1; i++) {
            if (part(folded.substring(0, i)) && part(folded.substring(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is a part, or another form of one. */
    boolean part(String folded) {
        return parts.contains(folded) || forms.contains(folded);
    }

    /** Whether a word is one edit away from a part of four letters or more. */
    boolean nearly(String folded) {
        return folded.length() > 3 && parts.stream().anyMatch(part -> part.length() > 3 && oneEdit(part, folded));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    List<String> typoTargets() {
        List<String> targets = new ArrayList<>();
        for (String part : parts) {
            if (part.length() >= 5) {
                targets.add(part);
            }
        }
        return targets;
    }

    /** Letters that are written as two where a keyboard lacks them. */
    private static final class TwoLetters {
        static String of(String part) {
            return Normalizer.normalize(part, Normalizer.Form.NFC).replaceAll("[üÜ]", "ue").replaceAll("[öÖøØ]", "oe")
                    .replaceAll("[äÄæÆ]", "ae").replaceAll("[åÅ]", "aa").replace("ß", "ss");
        }
    }
}
