package org.imaginghaven.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was started for a part: the only processes that {@code down} may end.
 *
 * @param part      id of the part
 * @param processes the process that was started, then its children at the time it became healthy
 * @param signal    signal that asks for an orderly end
 * @param graceSeconds how long an orderly end may take before the process is killed
 * @param cache     start-up cache that the process writes when it ends, or {@code null}
 */
record PartRecord(String part, List<ProcessIdentity> processes, String signal, int graceSeconds,
        @Nullable String cache) {

    private static final ObjectMapper JSON = new ObjectMapper();

    PartRecord {
        processes = List.copyOf(processes);
    }

    /** Says whether the process writes a start-up cache when it ends. */
    boolean training() {
        return cache != null;
    }

    PartRecord with(List<ProcessIdentity> more) {
        return new PartRecord(part, more, signal, graceSeconds, cache);
    }

    boolean alive() {
        return processes.getFirst().alive();
    }

    boolean anyAlive() {
        return processes.stream().anyMatch(ProcessIdentity::alive);
    }

    static Optional<PartRecord> read(Path runFolder, Part part) {
        Path file = file(runFolder, part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), PartRecord.class));
        } catch (IOException unreadable) {
            throw new StackProblem(
                    "The record " + file + " cannot be read. If no process of this stack runs any more, delete it.",
                    unreadable);
        }
    }

    void write(Path runFolder) {
        Path file = file(runFolder, Part.of(part));
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            JSON.writeValue(beside.toFile(), this);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path runFolder, Part part) {
        try {
            Files.deleteIfExists(file(runFolder, part));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path file(Path runFolder, Part part) {
        return runFolder.resolve(part.id() + ".json");
    }
}
