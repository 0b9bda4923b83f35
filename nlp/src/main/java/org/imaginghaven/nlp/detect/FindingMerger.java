package org.imaginghaven.nlp.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.imaginghaven.nlp.Finding;

/** Makes one list without overlaps of what all detectors found: nothing found is lost, the surest kind wins. */
public final class FindingMerger {

    private static final Comparator<Finding> SUREST = Comparator.comparingDouble(Finding::confidence)
            .thenComparingInt(Finding::length).thenComparing(Finding::rule);

    private FindingMerger() {
    }

    /**
     * Overlapping findings become one that covers them all, of the kind of the surest; but a finding that fully holds a
     * less sure one just swallows it.
     */
    public static List<Finding> merge(List<Finding> found) {
        List<Finding> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Finding::start).thenComparing(Finding::length, Comparator.reverseOrder()));
        List<Finding> merged = new ArrayList<>();
        for (Finding next : sorted) {
            if (!merged.isEmpty() && merged.getLast().overlaps(next)) {
                merged.add(joined(merged.removeLast(), next));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }

    private static Finding joined(Finding one, Finding other) {
        Finding sure = SUREST.compare(one, other) >= 0 ? one : other;
        return new Finding(Math.min(one.start(), other.start()), Math.max(one.end(), other.end()), sure.kind(),
                sure.rule(), sure.confidence());
    }
}
