package org.imaginghaven.pixels.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A few frames of each kind in every build; {@link BurnedInScore} measures hundreds. */
class BurnedInTextTest {

    @Test
    void identifiersOfEveryKindAreCoveredOrTheImageIsHeldAndCleanOnesPass() throws IOException {
        Map<FrameGenerator.Kind, BurnedInScore.Row> rows;
        try (PixelTextReader reader = PixelTextReader.open()) {
            rows = BurnedInScore.measure(reader, 5, 1, List.of(FrameGenerator.Kind.values()));
        }
        Map<FrameGenerator.Kind, Double> safe = new EnumMap<>(FrameGenerator.Kind.class);
        rows.forEach((kind, row) -> safe.put(kind, row.safe()));
        assertThat(safe.values()).as("part of boxes that are safe: %s", safe).allMatch(part -> part == 1);
        assertThat(rows.get(FrameGenerator.Kind.CLEAN).heldImages()).isZero();
        assertThat(rows.get(FrameGenerator.Kind.CLEAN).changedElsewhere()).isZero();
        assertThat(rows.get(FrameGenerator.Kind.LATER_FRAME).covered()).isPositive();
    }
}
