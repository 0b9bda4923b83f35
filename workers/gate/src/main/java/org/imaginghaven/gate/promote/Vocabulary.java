package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Known words and what they stand for; a word one slip of the keyboard away from exactly one of them is taken for it.
 *
 * <p>The file has a line for each term: the standard form, then {@code =} and other spellings, separated by commas.
 */
final class Vocabulary {

    private static final int SHORTEST_CORRECTED = 5;

    private final Map<String, String> standardOf;

    private Vocabulary(Map<String, String> standardOf) {
        this.standardOf = standardOf;
    }

    static Vocabulary read(String resource) {
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(resource))) {
            Map<String, String> standardOf = new LinkedHashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("=", 2);
                    String standard = parts[0].strip();
                    standardOf.put(standard, standard);
                    for (String other : parts.length > 1 ? List.of(parts[1].split(",")) : List.<String>of()) {
                        standardOf.put(other.strip(), standard);
                    }
                }
            }
            return new Vocabulary(Map.copyOf(standardOf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The standard form of a word that is known as it stands. */
    @Nullable
    String exactly(String raw) {
        return standardOf.get(normal(raw));
    }

    /** As {@link #exactly}, forgiving one slip: a letter too many, too few, or two swapped; never another one. */
    @Nullable
    String nearly(String raw) {
        String word = normal(raw);
        String known = standardOf.get(word);
        if (known != null || word.length() < SHORTEST_CORRECTED) {
            return known;
        }
        List<String> near = standardOf.entrySet().stream()
                .filter(e -> e.getKey().length() >= SHORTEST_CORRECTED && oneSlip(e.getKey(), word))
                .map(Map.Entry::getValue).distinct().toList();
        return near.size() == 1 ? near.getFirst() : null;
    }

    /** The standard form of the first known word that the text begins with. */
    @Nullable
    String beginningOf(String raw) {
        String text = normal(raw);
        return standardOf.entrySet().stream().filter(e -> text.equals(e.getKey()) || text.startsWith(e.getKey() + " "))
                .map(Map.Entry::getValue).findFirst().orElse(null);
    }

    private static String normal(String raw) {
        return raw.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s_]+", " ");
    }

    static boolean oneSlip(String a, String b) {
        if (a.length() > b.length()) {
            return oneSlip(b, a);
        }
        int same = 0;
        while (same < a.length() && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (b.length() == a.length() + 1) {
            return a.substring(same).equals(b.substring(same + 1));
        }
        if (a.length() != b.length() || same == a.length()) {
            return a.equals(b);
        }
        return same + 1 < a.length() && a.charAt(same) == b.charAt(same + 1)
                && a.charAt(same + 1) == b.charAt(same) && a.substring(same + 2).equals(b.substring(same + 2));
    }
}
