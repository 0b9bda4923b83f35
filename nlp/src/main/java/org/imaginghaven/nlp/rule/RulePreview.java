package org.imaginghaven.nlp.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;

/**
 * What a proposed set of rules would have changed over a store: shown to the reviewer before it is accepted.
 *
 * @param values texts looked at
 * @param fewer findings that would be gone, by column
 * @param more findings that would be new, by column
 * @param samples a few of the changed texts, letters and digits masked
 */
public record RulePreview(long values, Map<String, Long> fewer, Map<String, Long> more, List<String> samples) {

    private static final int SAMPLES = 20;

    /** A text of a column. */
    public record Value(String column, String text) {
    }

    /**
     * Compares two sets of rules over values; takes them one by one, so the store may be of any size.
     *
     * @param store hands each value to whom it is given
     */
    public static RulePreview of(TextDetectors detectors, RuleSet now, RuleSet proposed,
            Consumer<Consumer<Value>> store) {
        Map<String, Long> fewer = new TreeMap<>();
        Map<String, Long> more = new TreeMap<>();
        List<String> samples = new ArrayList<>();
        long[] values = new long[1];
        TextDetectors bare = detectors.withRules(RuleSet.none());
        store.accept(value -> {
            values[0]++;
            List<Finding> found = bare.find(value.text(), KnownIdentifiers.none());
            List<Finding> before = now.apply(value.column(), value.text(), found);
            List<Finding> after = proposed.apply(value.column(), value.text(), found);
            long gone = before.stream().filter(finding -> after.stream().noneMatch(finding::overlaps)).count();
            long added = after.stream().filter(finding -> before.stream().noneMatch(finding::overlaps)).count();
            if (gone > 0) {
                fewer.merge(value.column(), gone, Long::sum);
            }
            if (added > 0) {
                more.merge(value.column(), added, Long::sum);
            }
            if (gone + added > 0 && samples.size() < SAMPLES) {
                samples.add(value.column() + ": " + masked(value.text()));
            }
        });
        return new RulePreview(values[0], fewer, more, List.copyOf(samples));
    }

    /** Letters become x or X and digits 9, so that a form can be judged without its content. */
    public static String masked(String text) {
        return text.replaceAll("\\p{Lu}", "X").replaceAll("[\\p{L}&&[^X]]", "x").replaceAll("\\d", "9");
    }
}
