package org.imaginghaven.dicom.deid;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.imaginghaven.dicom.policy.PolicyException;
import org.jspecify.annotations.Nullable;

/**
 * De-identifies a folder into another. Every input file gets one line of a report, in order of name. A run that was stopped
 * goes on where it was: what is finished stands in a state file beside the output folder, never inside it.
 */
public final class FolderRun {

    /** Counts by outcome; those held back or failed also by reason. */
    public record Summary(int deidentified, int quarantined, int failed, Map<String, Integer> reasons) {
        public int files() {
            return deidentified + quarantined + failed;
        }
    }

    private final Deidentifier deidentifier;
    private final Path in;
    private final Path out;
    private final Path state;
    private final String fingerprint;
    private final Object lock = new Object();
    private final Map<String, Integer> owners = new HashMap<>();
    private List<Path> inputs = List.of();
    private @Nullable ReportLine[] lines = new ReportLine[0];
    private int emitted;
    private @Nullable BufferedWriter journal;
    private final java.util.Set<Integer> fresh = new java.util.HashSet<>();
    private long flushedAt;

    public FolderRun(Deidentifier deidentifier, Path in, Path out) {
        this.deidentifier = deidentifier;
        this.in = in.toAbsolutePath().normalize();
        this.out = out.toAbsolutePath().normalize();
        this.state = this.out.resolveSibling("." + this.out.getFileName() + ".state");
        Deidentifier.Parts parts = deidentifier.parts();
        this.fingerprint = parts.key().fingerprint(parts.policy().text() + "|" + parts.assumeCleanPixels() + "|"
                + this.in + "|" + parts.pixelRules().text() + "|" + parts.subjects().basis());
    }

    /**
     * Lists the input and reads what an earlier run finished.
     *
     * @return files in all
     * @throws PolicyException when the folders cannot be used, with what to do
     */
    public int prepare() throws IOException {
        if (!Files.isDirectory(in)) {
            throw new PolicyException("the input folder does not exist: " + in);
        }
        if (out.startsWith(in) || in.startsWith(out)) {
            throw new PolicyException("input and output folder must not lie inside each other");
        }
        try (Stream<Path> walk = Files.find(in, Integer.MAX_VALUE, FolderRun::isFile)) {
            inputs = walk.sorted().toList();
        }
        lines = new ReportLine[inputs.size()];
        boolean empty = true;
        if (Files.isDirectory(out)) {
            try (Stream<Path> entries = Files.list(out)) {
                empty = entries.findAny().isEmpty();
            }
        }
        Map<String, ReportLine> finished = finished(empty);
        if (!empty && !Files.exists(state)) {
            throw new PolicyException("the output folder is not empty and not of an earlier run: give an empty one");
        }
        for (int i = 0; i < lines.length; i++) {
            ReportLine line = finished.get(in.relativize(inputs.get(i)).toString());
            if (line != null && line.isFinal() && (line.output() == null || Files.exists(out.resolve(line.output())))) {
                lines[i] = line;
                if (line.output() != null) {
                    owners.put(line.output(), i);
                }
            }
        }
        Files.createDirectories(out);
        discardParts();
        return inputs.size();
    }

    /** What the walk knows of a path already is not asked again, but for where a link leads. */
    private static boolean isFile(Path path, BasicFileAttributes found) {
        return found.isRegularFile() || found.isSymbolicLink() && Files.isRegularFile(path);
    }

    /** Files that an earlier run finished; known after {@link #prepare}. */
    public int finishedBefore() {
        return (int) java.util.Arrays.stream(lines).filter(java.util.Objects::nonNull).count();
    }

    /** @param empty whether nothing of the earlier run is left: then its state is worth nothing, whatever policy it had */
    private Map<String, ReportLine> finished(boolean empty) throws IOException {
        Map<String, ReportLine> all = new HashMap<>();
        if (!Files.exists(state)) {
            return all;
        }
        List<String> read = Files.readAllLines(state);
        if (read.isEmpty() || !read.get(0).equals(fingerprint)) {
            if (empty) {
                return all;
            }
            throw new PolicyException(
                    "the output folder is of a run with another policy, key, mapping, input or pixel rules: give an empty one");
        }
        for (String text : read.subList(1, read.size())) {
            ReportLine line = ReportLine.parse(text);
            if (line != null) {
                all.put(line.input(), line);
            }
        }
        return all;
    }

    private void discardParts() throws IOException {
        Path partial = Deidentifier.partial(out);
        if (Files.isDirectory(partial)) {
            List<Path> parts;
            try (Stream<Path> walk = Files.walk(partial)) {
                parts = walk.toList();
            }
            for (Path part : parts.reversed()) {
                Files.deleteIfExists(part);
            }
        }
    }

    /**
     * Does what is left, with that many threads; tells of each file as it is done.
     *
     * @throws UnwritableOutputException when the output folder cannot be written any more; what is finished is kept
     */
    public Summary run(int threads, Consumer<Outcome> progress) throws IOException {
        try (BufferedWriter writer = startJournal()) {
            journal = writer;
            AtomicInteger next = new AtomicInteger();
            List<Thread> all = new ArrayList<>();
            List<Throwable> faults = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Thread thread = new Thread(() -> work(next, progress), "deid-" + i);
                thread.setUncaughtExceptionHandler((dead, fault) -> {
                    next.set(inputs.size());
                    synchronized (lock) {
                        faults.add(fault);
                    }
                });
                all.add(thread);
                thread.start();
            }
            for (Thread thread : all) {
                thread.join();
            }
            synchronized (lock) {
                if (!faults.isEmpty()) {
                    if (faults.get(0) instanceof UnwritableOutputException unwritable) {
                        throw unwritable;
                    }
                    throw new IOException("a worker stopped: " + faults.get(0).getClass().getSimpleName(),
                            faults.get(0));
                }
                emit(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        discardParts();
        return summary();
    }

    /** The state is written anew from what was read, so that a torn last line is gone. */
    private BufferedWriter startJournal() throws IOException {
        Path fresh = state.resolveSibling(state.getFileName() + ".new");
        StringBuilder text = new StringBuilder(fingerprint).append('\n');
        for (ReportLine line : lines) {
            if (line != null) {
                text.append(line.json()).append('\n');
            }
        }
        Files.writeString(fresh, text);
        Files.move(fresh, state, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return Files.newBufferedWriter(state, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private void work(AtomicInteger next, Consumer<Outcome> progress) {
        for (int i = next.getAndIncrement(); i < inputs.size(); i = next.getAndIncrement()) {
            synchronized (lock) {
                if (lines[i] != null) {
                    continue;
                }
            }
            Outcome first = deidentifier.deidentify(inputs.get(i), out);
            try {
                synchronized (lock) {
                    progress.accept(settle(i, first));
                    fresh.add(i);
                    emit(false);
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    /**
     * Of several files with one SOP instance UID the first by name is kept, whichever was done first. Called with the lock
     * held, so that who owns an output and what lies there change together.
     */
    private Outcome settle(int index, Outcome first) {
        String output = null;
        if (first instanceof Outcome.Deidentified done) {
            output = done.output().toString();
        } else if (first instanceof Outcome.Quarantined held && held.reason() == Outcome.Reason.DUPLICATE_INSTANCE) {
            output = held.detail();
        }
        Integer owner = output == null ? null : owners.get(output);
        Outcome settled = first;
        if (output != null && owner != null && owner < index) {
            settled = new Outcome.Quarantined(Outcome.Reason.DUPLICATE_INSTANCE, output);
        } else if (output != null) {
            owners.put(output, index);
            if (owner != null) {
                lines[owner] = ReportLine.of(in.relativize(inputs.get(owner)).toString(),
                        new Outcome.Quarantined(Outcome.Reason.DUPLICATE_INSTANCE, output));
            }
            if (owner != null || !(first instanceof Outcome.Deidentified)) {
                settled = deidentifier.deidentify(inputs.get(index), out, true);
            }
        }
        lines[index] = ReportLine.of(in.relativize(inputs.get(index)).toString(), settled);
        return settled;
    }

    /** Writes finished lines in order; to disk about twice a second. */
    private void emit(boolean all) throws IOException {
        BufferedWriter writer = java.util.Objects.requireNonNull(journal);
        while (emitted < lines.length) {
            ReportLine line = lines[emitted];
            if (line == null) {
                break;
            }
            if (fresh.remove(emitted)) {
                writer.write(line.json());
                writer.write('\n');
            }
            emitted++;
        }
        long now = System.nanoTime();
        if (all || now - flushedAt > 500_000_000L) {
            writer.flush();
            flushedAt = now;
        }
    }

    private Summary summary() {
        Map<String, Integer> reasons = new TreeMap<>();
        int[] counts = new int[3];
        for (ReportLine line : lines) {
            if (line != null) {
                int kind = switch (line.outcome()) {
                    case "deidentified" -> 0;
                    case "quarantined" -> 1;
                    default -> 2;
                };
                counts[kind]++;
                if (kind > 0) {
                    reasons.merge(line.outcome() + " " + line.reason().split(" ")[0], 1, Integer::sum);
                }
            }
        }
        return new Summary(counts[0], counts[1], counts[2], reasons);
    }

    /** Writes the report: a JSON object a line for each input, in order of name. */
    public void report(Path file) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (target.startsWith(out)) {
            throw new PolicyException("the report names inputs, so it must not lie inside the output folder");
        }
        try (BufferedWriter writer = Files.newBufferedWriter(target)) {
            for (ReportLine line : lines) {
                if (line != null) {
                    writer.write(line.json());
                    writer.write('\n');
                }
            }
        }
    }
}
