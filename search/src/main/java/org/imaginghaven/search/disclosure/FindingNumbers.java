package org.imaginghaven.search.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which counts of findings must not be shown exactly. A patient has many findings, so the values of this facet are no parts
 * of one whole; but the standings of one concept are, and so are narrower concepts of their broader one.
 */
final class FindingNumbers {

    private FindingNumbers() {
    }

    /**
     * @param total patients of the cohort
     * @param counts patients by value, {@code concept:standing}
     * @param catalogue says which concept is the broader one
     */
    static Set<String> withheld(long total, Map<String, Long> counts,
            Map<String, FindingCatalogue.Explained> catalogue, int threshold) {
        Map<String, Map<String, Long>> standings = new HashMap<>();
        Map<String, Map<String, Long>> narrower = new HashMap<>();
        counts.forEach((value, count) -> {
            String[] parts = value.split(":", 2);
            standings.computeIfAbsent(parts[0], c -> new TreeMap<>()).put(value, count);
            FindingCatalogue.Explained explained = catalogue.get(value);
            if (explained != null && explained.parent().isPresent()) {
                narrower.computeIfAbsent(explained.parent().get() + ":" + parts[1], c -> new TreeMap<>())
                        .put(value, count);
            }
        });
        Set<String> withheld = new HashSet<>();
        standings.values().forEach(parts -> withheld.addAll(SmallNumbers.withheld(total, parts, threshold)));
        narrower.forEach((broader, parts) -> {
            if (counts.containsKey(broader)) {
                long whole = Objects.requireNonNull(counts.get(broader));
                withheld.addAll(SmallNumbers.withheld(whole, parts, threshold));
            }
        });
        return withheld;
    }
}
