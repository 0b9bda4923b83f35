package org.imaginghaven.search.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SmallNumbersTest {

    @Test
    void theOtherOfTwoIsWithheldBecauseTheRestIsSmall() {
        assertThat(SmallNumbers.withheld(23, Map.of("F", 20L, "M", 3L), 5)).containsExactly("F");
    }

    @Test
    void theNextSmallestIsWithheldWhenOneIsHidden() {
        assertThat(SmallNumbers.withheld(21, Map.of("CT", 10L, "MR", 8L, "US", 3L), 5)).containsExactly("MR");
    }

    @Test
    void nothingIsWithheldWhenTheHiddenOnesAreEnoughTogether() {
        assertThat(SmallNumbers.withheld(18, Map.of("CT", 10L, "MR", 4L, "US", 4L), 5)).isEmpty();
        assertThat(SmallNumbers.withheld(18, Map.of("CT", 10L, "MR", 8L), 5)).isEmpty();
        assertThat(SmallNumbers.withheld(0, Map.of(), 5)).isEmpty();
    }

    @Test
    void noSmallNumberCanBeHadBySubtractionInAnyPartition() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            Map<String, Long> counts = new TreeMap<>();
            int values = 1 + random.nextInt(6);
            for (int i = 0; i < values; i++) {
                counts.put("v" + i, (long) random.nextInt(random.nextBoolean() ? 6 : 40));
            }
            long total = counts.values().stream().mapToLong(Long::longValue).sum();
            Set<String> withheld = SmallNumbers.withheld(total, counts, 5);

            Map<String, Long> shown = new HashMap<>(counts);
            shown.keySet().removeIf(value -> counts.get(value) < 5 || withheld.contains(value));
            long rest = total - shown.values().stream().mapToLong(Long::longValue).sum();
            assertThat(total < 5 || rest == 0 || rest >= 5).as(counts + " shows " + shown).isTrue();
        }
    }
}
