package org.imaginghaven.search.disclosure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Decides which exact counts beside each other may be shown, so that none can be had by subtracting the others. */
final class SmallNumbers {

    private SmallNumbers() {
    }

    /**
     * The values whose counts must not be shown although they reach the threshold themselves.
     *
     * @param total the count they are part of, which the viewer can learn
     * @param counts patients by value; patients may have several values or none
     */
    static Set<String> withheld(long total, Map<String, Long> counts, int threshold) {
        Set<String> withheld = new HashSet<>();
        Set<String> shown = new TreeSet<>();
        counts.forEach((value, count) -> {
            if (count >= threshold) {
                (isSmall(total - count, threshold) ? withheld : shown).add(value);
            }
        });
        // what the shown ones leave over must not be small; patients with two values make the rest negative: no lesson
        while (isSmall(total - sum(shown, counts), threshold)) {
            Optional<String> smallest = shown.stream().min(Comparator.comparingLong(counts::get));
            if (smallest.isEmpty()) {
                break;
            }
            shown.remove(smallest.get());
            withheld.add(smallest.get());
        }
        return withheld;
    }

    private static boolean isSmall(long count, int threshold) {
        return count > 0 && count < threshold;
    }

    private static long sum(Set<String> values, Map<String, Long> counts) {
        return values.stream().mapToLong(value -> counts.getOrDefault(value, 0L)).sum();
    }
}
