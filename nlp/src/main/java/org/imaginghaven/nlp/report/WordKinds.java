package org.imaginghaven.nlp.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of words that the reach of a trigger turns on: data beside the triggers. */
final class WordKinds {

    /** What a word can be. */
    enum Kind {
        MODIFIER, PLAIN, JOINT, DETERMINER, ARTICLE, FINITE, RELATIVE, DEGREE, LIST, PLURAL, PRONOUN, PERSON, ASIDE, SUBORDINATE, OPINION, ANSWER
    }

    private final Map<Kind, Set<String>> words = new HashMap<>();

    private WordKinds() {
        for (List<String> fields : ReportData.lines("assertion-words.txt")) {
            words.put(Kind.valueOf(fields.get(0).toUpperCase(Locale.ROOT)),
                    Set.copyOf(ReportData.fields(fields.get(1), "|")));
        }
    }

    static WordKinds bundled() {
        return new WordKinds();
    }

    boolean is(Kind kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word)
                || kind == Kind.MODIFIER && word.length() > 4 && word.endsWith("ly") && !is(Kind.PLAIN, word);
    }
}
