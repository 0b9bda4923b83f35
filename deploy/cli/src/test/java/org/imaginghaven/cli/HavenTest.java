package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HavenTest {

    @Test
    void helpKnowsAllCommandsAndACallMakesOnlyItsOwn() {
        assertThat(Haven.line("--help").getSubcommands()).containsKeys("demo", "up", "deid", "scan", "bench", "help");
        assertThat(Haven.line("deid").getSubcommands()).containsOnlyKeys("deid");
        assertThat(Haven.line("scan").getSubcommands()).containsOnlyKeys("scan", "help");
        assertThat(Haven.line("--help").getUsageMessage()).contains("De-identifies").doesNotContain("start-up cache");
    }

    @Test
    void quickCommandsHaveTheHelpThatTheyHaveAmongAll() {
        for (String name : List.of("deid", "dicom")) {
            CommandLine alone = Haven.line(name).getSubcommands().get(name);
            CommandLine among = Haven.line("--help").getSubcommands().get(name);
            assertThat(alone.getUsageMessage()).isEqualTo(among.getUsageMessage()).contains("--help");
        }
        assertThat(Haven.line("deid").getSubcommands().get("deid").getUsageMessage()).contains("--in=DIR",
                "--policy=NAME|FILE", "[--threads=N]");
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        assertThat(Progress.line("deid", 30, 120, 1.5).strip())
                .isEqualTo("deid [=======                       ] 30/120 2/s, 1 min 0 s left");
        assertThat(Progress.line("deid", 0, 0, 0).strip()).isEqualTo("deid [" + "=".repeat(30) + "] 0/0 0/s");
        assertThat(Progress.line("texts", 7, -1, 3.2).strip()).isEqualTo("texts 7 3/s");
    }
}
