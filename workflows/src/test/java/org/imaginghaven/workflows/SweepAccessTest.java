package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** governance-sweep-access: by the clock and by hand. */
class SweepAccessTest {

    private static final String SWEEP = "governance:sweep-grants:1";

    @Test
    void grantsAreSweptOnceADay() {
        try (Run run = Run.startByTime("governance-sweep-access", Duration.ofDays(1).plusMinutes(1),
                new Script().on(SWEEP, Answer.done()))) {
            run.endsWith("grants-swept");
            assertThat(run.watch().jobs()).containsExactly(SWEEP);
        }
    }

    @Test
    void aSweepCanBeAskedFor() {
        try (Run run = Run.start("governance-sweep-access", Map.of(), new Script().on(SWEEP, Answer.done()))) {
            run.endsWith("grants-swept");
        }
    }
}
