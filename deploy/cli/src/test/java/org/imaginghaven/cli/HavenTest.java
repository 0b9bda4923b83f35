package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HavenTest {

    @Test
    void helpKnowsAllCommandsAndACallMakesOnlyItsOwn() {
        assertThat(Haven.line("--help").getSubcommands()).containsKeys("demo", "up", "deid", "scan", "bench", "help");
        assertThat(Haven.line("deid").getSubcommands()).containsOnlyKeys("deid", "help");
        assertThat(Haven.line("--help").getUsageMessage()).contains("De-identifies").doesNotContain("start-up cache");
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        assertThat(Progress.line("deid", 30, 120, 1.5).strip())
                .isEqualTo("deid [=======                       ] 30/120 2/s, 1 min 0 s left");
        assertThat(Progress.line("deid", 0, 0, 0).strip()).isEqualTo("deid [" + "=".repeat(30) + "] 0/0 0/s");
        assertThat(Progress.line("texts", 7, -1, 3.2).strip()).isEqualTo("texts 7 3/s");
    }
}
