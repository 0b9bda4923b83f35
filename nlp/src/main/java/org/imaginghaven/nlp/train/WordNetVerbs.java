package org.imaginghaven.nlp.train;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Verbs out of WordNet 3.1 in the forms that follow a subject, and whether they say what people do: bodies, thoughts, speech,
 * contests, meals, feelings and dealings with others are topics of their own there.
 *
 * @see <a href="https://wordnet.princeton.edu/documentation/lexnames5wn">the topics</a>
 */
final class WordNetVerbs {

    private static final String VERB = "2";
    private static final Set<String> PERSONAL = Set.of("29", "31", "32", "33", "34", "37", "41");
    /** A verb is one of people when this share of its uses is. */
    private static final double MOSTLY = 0.6;

    private final Map<String, Integer> verbs = new TreeMap<>();
    private final Map<String, Integer> others = new HashMap<>();
    private final Map<String, Integer> personal = new HashMap<>();
    private final Map<String, SortedSet<String>> irregular = new HashMap<>();

    WordNetVerbs() {
        WordNetLists.lines("cntlist", this::count);
        WordNetLists.lines("verb.exc", line -> {
            String[] forms = line.split(" ");
            if (!forms[0].endsWith("ing")) {
                irregular.computeIfAbsent(forms[1], lemma -> new TreeSet<>()).add(forms[0]);
            }
        });
    }

    /** Each form, a space, {@code b}, {@code s} or {@code d} for what it is and {@code +} when people do it. */
    SortedSet<String> forms() {
        SortedSet<String> lines = new TreeSet<>();
        verbs.forEach((lemma, uses) -> {
            String mark = personal.getOrDefault(lemma, 0) >= MOSTLY * uses ? "+" : "";
            if (uses > others.getOrDefault(lemma, 0)) {
                lines.add(lemma + " b" + mark);
                lines.add(third(lemma) + " s" + mark);
            }
            for (String past : irregular.getOrDefault(lemma, new TreeSet<>(Set.of(past(lemma))))) {
                if (uses > others.getOrDefault(past, 0) && !past.equals(lemma)) {
                    lines.add(past + " d" + mark);
                }
            }
        });
        return lines;
    }

    private void count(String line) {
        String[] fields = line.split(" ");
        int sense = fields[1].indexOf('%');
        String word = fields[1].substring(0, sense);
        String[] key = fields[1].substring(sense + 1).split(":");
        int uses = Integer.parseInt(fields[0]);
        if (!word.matches("[a-z]{2,}")) {
            return;
        }
        (key[0].equals(VERB) ? verbs : others).merge(word, uses, Integer::sum);
        if (key[0].equals(VERB) && PERSONAL.contains(key[1])) {
            personal.merge(word, uses, Integer::sum);
        }
    }

    private static String third(String lemma) {
        if (lemma.matches(".*[^aeiou]y")) {
            return lemma.substring(0, lemma.length() - 1) + "ies";
        }
        return lemma + (lemma.matches(".*(?:s|x|z|ch|sh|o)") ? "es" : "s");
    }

    private static String past(String lemma) {
        if (lemma.matches(".*[^aeiou]y")) {
            return lemma.substring(0, lemma.length() - 1) + "ied";
        }
        return lemma + (lemma.endsWith("e") ? "d" : "ed");
    }
}
