package org.imaginghaven.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that stays the same process: a pid alone is used again by the system, so it goes with the boot it belongs to and the
 * moment the process started.
 *
 * @param pid   process id
 * @param birth boot and start time, comparable for equality alone
 */
record ProcessIdentity(long pid, String birth) {

    private static final int START_TIME_AFTER_NAME = 19;

    static Optional<ProcessIdentity> of(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .map(handle -> new ProcessIdentity(pid, birth(handle)));
    }

    /** The process, if it still runs. A process that ended and waits to be collected by its parent does not count. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(handle -> birth(handle).equals(birth))
                .filter(handle -> !ended(pid));
    }

    boolean alive() {
        return handle().isPresent();
    }

    private static String birth(ProcessHandle handle) {
        try {
            // the second field is the program's name in brackets and may itself hold blanks and brackets
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + ":"
                    + afterName(handle.pid())[START_TIME_AFTER_NAME];
        } catch (IOException noProc) {
            return handle.info().startInstant().map(Instant::toString).orElse("unknown");
        }
    }

    private static boolean ended(long pid) {
        try {
            return afterName(pid)[0].equals("Z");
        } catch (IOException noProc) {
            return false;
        }
    }

    private static String[] afterName(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    }
}
