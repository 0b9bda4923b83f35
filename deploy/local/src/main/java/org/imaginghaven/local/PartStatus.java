package org.imaginghaven.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a part is.
 *
 * @param state    what can be said about it
 * @param pid      main process, or -1
 * @param memoryMb resident memory of the part's processes, shared pages counted once where the system says so; -1 when not known
 */
public record PartStatus(State state, long pid, long memoryMb) {

    /** Whether a part runs and whether it does its work. */
    public enum State {
        HEALTHY, UNHEALTHY, DOWN
    }

    static PartStatus of(Home home, Launch launch) {
        Optional<ProcessHandle> main = new PartProcess(home, launch.part()).record()
                .flatMap(record -> record.processes().getFirst().handle());
        if (main.isEmpty()) {
            return new PartStatus(State.DOWN, -1, -1);
        }
        List<Long> pids = Stream.concat(main.stream(), main.get().descendants()).map(ProcessHandle::pid).toList();
        return new PartStatus(launch.healthy() ? State.HEALTHY : State.UNHEALTHY, main.get().pid(),
                pids.stream().mapToLong(PartStatus::kilobytes).sum() / 1024);
    }

    private static long kilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException notOurs) {
            return 0;
        }
    }
}
