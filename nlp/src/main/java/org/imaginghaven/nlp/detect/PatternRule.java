package org.imaginghaven.nlp.detect;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;

/**
 * A pattern whose group {@code v} or {@code w} (or, without one, whole match) identifies.
 *
 * @param check a further condition on the match, such as a check digit
 */
record PatternRule(String name, FindingKind kind, double confidence, Pattern pattern, Predicate<Matcher> check) {

    static PatternRule of(String name, FindingKind kind, double confidence, String pattern) {
        return of(name, kind, confidence, pattern, match -> true);
    }

    static PatternRule of(String name, FindingKind kind, double confidence, String pattern, Predicate<Matcher> check) {
        return new PatternRule(name, kind, confidence, Pattern.compile(pattern), check);
    }

    void detect(Passage passage, List<Finding> found) {
        Matcher match = pattern.matcher(passage.text());
        while (match.find()) {
            String group = group(match);
            int start = group.isEmpty() ? match.start() : match.start(group);
            int end = group.isEmpty() ? match.end() : match.end(group);
            if (start >= 0 && end > start && check.test(match)) {
                found.add(new Finding(start, end, kind, name, confidence));
            }
        }
    }

    /** The group that identifies: {@code v}, or {@code w} where a choice needs a second one. */
    private String group(Matcher match) {
        for (String group : new String[]{"v", "w"}) {
            if (pattern.namedGroups().containsKey(group) && match.start(group) >= 0) {
                return group;
            }
        }
        return "";
    }
}
