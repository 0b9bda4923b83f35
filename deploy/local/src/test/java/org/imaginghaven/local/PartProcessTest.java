package org.imaginghaven.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartProcessTest {

    @TempDir
    private Path folder;
    private Home home;
    private PartProcess process;

    @BeforeEach
    void prepare() {
        home = Home.at(folder.resolve("home"));
        home.prepare();
        process = new PartProcess(home, Part.SEARCH);
    }

    @AfterEach
    void leaveNothing() throws InterruptedException {
        process.kill();
    }

    @Test
    void childrenEndWithTheirPart() throws InterruptedException {
        process.start(shell("sleep 300 & touch started; wait", 5));
        process.awaitHealth(healthyWith("started"));
        PartRecord record = process.record().orElseThrow();
        assertThat(record.processes()).hasSize(2).allMatch(ProcessIdentity::alive);

        process.stop();

        assertThat(record.processes()).noneMatch(ProcessIdentity::alive);
        assertThat(process.record()).isEmpty();
    }

    @Test
    void aPartThatIgnoresTheSignalIsEndedByForce() throws InterruptedException {
        process.start(shell("trap '' TERM; touch started; while true; do sleep 1; done", 1));
        process.awaitHealth(healthyWith("started"));
        PartRecord record = process.record().orElseThrow();

        process.stop();

        assertThat(record.alive()).isFalse();
    }

    @Test
    void childrenThatOutliveAKilledPartAreFound() throws InterruptedException {
        process.start(shell("sleep 300 & touch started; wait", 5));
        process.awaitHealth(healthyWith("started"));
        PartRecord record = process.record().orElseThrow();
        end(record.processes().getFirst());
        assertThat(process.alive()).isFalse();
        assertThat(record.anyAlive()).isTrue();

        process.stop();

        assertThat(record.anyAlive()).isFalse();
    }

    @Test
    void aProcessThatGotTheSamePidLaterIsLeftAlone() throws InterruptedException {
        process.start(shell("touch started; sleep 300", 5));
        process.awaitHealth(healthyWith("started"));
        PartRecord record = process.record().orElseThrow();
        ProcessIdentity real = record.processes().getFirst();
        record.with(List.of(new ProcessIdentity(real.pid(), "an earlier boot:1"))).write(home.run());

        process.stop();

        assertThat(real.alive()).isTrue();
        end(real);
    }

    @Test
    void aPartThatEndsWhileStartingIsShownWithTheEndOfItsLog() throws InterruptedException {
        process.start(shell("echo the disk is gone; exit 3", 5));

        assertThatThrownBy(() -> process.awaitHealth(healthyWith("never")))
                .hasMessage("Search ended while starting. The last lines of " + home.log(Part.SEARCH)
                        + " are:\nthe disk is gone");
    }

    private static void end(ProcessIdentity process) {
        ProcessHandle handle = process.handle().orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    private Command shell(String script, int graceSeconds) {
        return new Command(List.of("sh", "-c", script), Map.of(), folder, "TERM", graceSeconds, null);
    }

    private Launch healthyWith(String file) {
        return new Launch() {
            @Override
            public Part part() {
                return Part.SEARCH;
            }

            @Override
            public Command prepare() {
                throw new IllegalStateException("not asked for");
            }

            @Override
            public boolean healthy() {
                return Files.exists(folder.resolve(file));
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(20);
            }
        };
    }
}
