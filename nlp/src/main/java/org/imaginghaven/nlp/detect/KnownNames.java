package org.imaginghaven.nlp.detect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of names that are known, folded to small letters without accents. */
record KnownNames(Set<String> parts, Set<String> forms) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,^=;/()\"]+");
    private static final Set<String> NO_PART = Set.of("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor",
            "master", "sir", "dame",
            "jr", "sr", "snr", "jnr", "md", "phd", "the", "and", "van", "von", "de", "der", "den", "la", "le", "al",
            "el", "bin", "unknown",
            "anonymous", "anon", "patient", "test", "name", "none", "baby", "of", "male", "female", "spr", "str",
            "consultant", "sister", "nurse");

    static KnownNames of(List<String> names, Words words) {
        Set<String> parts = new HashSet<>();
        for (String name : names) {
            for (String part : SEPARATORS.split(name)) {
                add(part.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", ""), parts);
            }
        }
        Set<String> forms = new HashSet<>();
        for (String part : parts) {
            forms.addAll(words.nicknamesOf(part));
        }
        forms.removeAll(parts);
        forms.removeIf(form -> form.length() < 3);
        return new KnownNames(parts, forms);
    }

    private static void add(String part, Set<String> parts) {
        String folded = fold(part);
        if (folded.length() < 2 || NO_PART.contains(folded) || folded.contains("@")) {
            return;
        }
        parts.add(folded);
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
        return plain.toLowerCase(Locale.ROOT).replace('’', '\'');
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
}
