package org.imaginghaven.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts and ends the processes of one part, and remembers on disk which they are. */
final class PartProcess {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration DYING = Duration.ofSeconds(10);

    private final Home home;
    private final Part part;

    PartProcess(Home home, Part part) {
        this.home = home;
        this.part = part;
    }

    boolean alive() {
        return PartRecord.read(home.run(), part).filter(PartRecord::alive).isPresent();
    }

    Optional<PartRecord> record() {
        return PartRecord.read(home.run(), part);
    }

    /** Starts the command in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
    void start(Command command) {
        Path log = home.log(part);
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(part.id() + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> words = new ArrayList<>();
            if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
                words.add("/usr/bin/setsid");
            }
            words.addAll(command.words());
            ProcessBuilder builder = new ProcessBuilder(words).directory(command.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile()).redirectInput(new File("/dev/null"));
            builder.environment().putAll(command.environment());
            Process process = builder.start();
            ProcessIdentity identity = ProcessIdentity.of(process.pid())
                    .orElseThrow(() -> new StackProblem(
                            part.title() + " ended at once. The reason is at the end of " + log));
            new PartRecord(part.id(), List.of(identity), command.signal(), command.graceSeconds(),
                    command.cache() == null ? null : command.cache().toString()).write(home.run());
        } catch (IOException failed) {
            throw new StackProblem(part.title() + " cannot be started: " + Sentences.reason(failed), failed);
        }
    }

    /**
     * Waits until the part does its work, then records its children too.
     *
     * @throws StackProblem when it ends or takes too long
     */
    void awaitHealth(Launch launch) throws InterruptedException {
        long end = System.nanoTime() + launch.patience().toNanos();
        while (!launch.healthy()) {
            if (!alive()) {
                dropCache();
                throw new StackProblem(part.title() + " ended while starting. The last lines of " + home.log(part)
                        + " are:\n" + lastLines());
            }
            if (System.nanoTime() > end) {
                throw new StackProblem(part.title() + " did not become healthy within " + launch.patience().toMinutes()
                        + " minutes. Its log is " + home.log(part));
            }
            Thread.sleep(POLL);
        }
        PartRecord record = record().orElseThrow();
        ProcessHandle main = record.processes().getFirst().handle()
                .orElseThrow(
                        () -> new StackProblem(part.title() + " ended while starting. Its log is " + home.log(part)));
        List<ProcessIdentity> processes = new ArrayList<>(List.of(record.processes().getFirst()));
        main.descendants().map(child -> ProcessIdentity.of(child.pid())).flatMap(Optional::stream)
                .forEach(processes::add);
        record.with(processes).write(home.run());
    }

    /** What a run that failed recorded is no guide for later ones. */
    private void dropCache() {
        record().map(PartRecord::cache).ifPresent(cache -> {
            try {
                Files.deleteIfExists(Path.of(cache));
            } catch (IOException kept) {
                throw new StackProblem("The start-up cache " + cache + " cannot be deleted: " + Sentences.reason(kept),
                        kept);
            }
        });
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(home.log(part), java.nio.charset.StandardCharsets.ISO_8859_1);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
        } catch (IOException noLog) {
            return "(no log)";
        }
    }

    /** Ends exactly the recorded processes and their children: in order first, by force when they do not follow. */
    void stop() throws InterruptedException {
        PartRecord record = record().orElse(null);
        if (record == null) {
            return;
        }
        List<ProcessHandle> handles = handles(record);
        record.processes().getFirst().handle().ifPresent(main -> signal(record.signal(), main));
        awaitEnd(handles, Duration.ofSeconds(record.graceSeconds()));
        forget(handles);
    }

    /** Ends the part as a crash would. */
    void kill() throws InterruptedException {
        PartRecord record = record().orElse(null);
        if (record != null) {
            forget(handles(record));
        }
    }

    private void forget(List<ProcessHandle> handles) throws InterruptedException {
        handles.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
        awaitEnd(handles, DYING);
        if (handles.stream().anyMatch(PartProcess::running)) {
            throw new StackProblem(
                    part.title() + " (process " + handles.getFirst().pid() + ") cannot be ended, not even by force.");
        }
        PartRecord.delete(home.run(), part);
    }

    private static List<ProcessHandle> handles(PartRecord record) {
        return record.processes().stream().map(ProcessIdentity::handle).flatMap(Optional::stream)
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants())).distinct().toList();
    }

    private static void awaitEnd(List<ProcessHandle> handles, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (handles.stream().anyMatch(PartProcess::running) && System.nanoTime() < end) {
            Thread.sleep(POLL.dividedBy(4));
        }
    }

    /** A process that ended but was not yet collected by its parent is no longer running. */
    private static boolean running(ProcessHandle handle) {
        return handle.isAlive() && ProcessIdentity.of(handle.pid()).filter(ProcessIdentity::alive).isPresent();
    }

    /** A process that is gone by then needed no signal; one that is there and cannot be signalled is a problem. */
    private static void signal(String name, ProcessHandle main) {
        try {
            Processes.run(List.of("sh", "-c", "kill -" + name + " " + main.pid()));
        } catch (StackProblem refused) {
            if (running(main)) {
                throw refused;
            }
        }
    }
}
