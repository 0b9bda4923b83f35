package org.imaginghaven.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;

/**
 * The folder that holds everything of one local installation.
 *
 * @param folder absolute path of the home
 * @param dist   where distributions are unpacked; normally {@code folder/dist}
 */
record Home(Path folder, Path dist) {

    /** Changes whenever a home of an older program can no longer be used as it is. */
    static final String LAYOUT = "1";

    private static final List<String> FOLDERS = List.of("config", "run", "logs", "data", "archive", "zones/quarantine",
            "zones/projects", "secrets/projects");
    private static final long NEEDED_BYTES = 2_500_000_000L;

    static Home at(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new Home(absolute, absolute.resolve("dist"));
    }

    Path config() {
        return folder.resolve("config");
    }

    Path run() {
        return folder.resolve("run");
    }

    Path logs() {
        return folder.resolve("logs");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path secrets() {
        return folder.resolve("secrets");
    }

    Path archive() {
        return folder.resolve("archive");
    }

    Path zones() {
        return folder.resolve("zones");
    }

    Path people() {
        return folder.resolve("people.yaml");
    }

    Path log(Part part) {
        return logs().resolve(part.id() + ".log");
    }

    /**
     * Where one part keeps its temporary files: within the home, closed to others, and empty at every start, so that nothing
     * a killed part was working on stays behind.
     */
    Path temporary(Part part) {
        Path temporary = run().resolve("tmp-" + part.id());
        try {
            Unpacking.delete(temporary);
            return Files.createDirectory(temporary,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failed) {
            throw new StackProblem("The folder " + temporary + " cannot be emptied: " + Sentences.reason(failed),
                    failed);
        }
    }

    /** Says whether anything was ever set up here. */
    boolean exists() {
        return Files.exists(folder.resolve("version"));
    }

    /**
     * Makes the folders of a new home, or checks that an existing one belongs to this version.
     *
     * @throws StackProblem when the home is of another version, is no folder, or its disk is full
     */
    void prepare() {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StackProblem(folder + " is a file. Give the home folder with --home.");
        }
        Path version = folder.resolve("version");
        try {
            if (Files.exists(version)) {
                checkLayout(Files.readString(version).strip());
            } else if (Files.isDirectory(folder) && holdsOtherThings()) {
                throw new StackProblem(folder
                        + " holds other things and is no home folder of Imaging Haven. Give an empty or new folder with --home.");
            }
            Files.createDirectories(folder);
            checkSpace(Files.getFileStore(folder).getUsableSpace());
            for (String name : FOLDERS) {
                Files.createDirectories(folder.resolve(name));
            }
            Files.setPosixFilePermissions(secrets(), PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(dist);
            if (!Files.exists(version)) {
                Files.writeString(folder.resolve("id"), UUID.randomUUID() + "\n");
                Files.writeString(version, LAYOUT + "\n");
            }
        } catch (IOException failed) {
            throw new StackProblem("The home folder " + folder + " cannot be set up: " + Sentences.reason(failed),
                    failed);
        }
    }

    private void checkLayout(String found) {
        if (!found.equals(LAYOUT)) {
            throw new StackProblem(
                    "The home folder " + folder + " was made by another version of Imaging Haven (layout " + found
                            + ", this program uses layout " + LAYOUT
                            + "). Use the version that made it, or another folder with --home.");
        }
    }

    private boolean holdsOtherThings() throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .anyMatch(name -> !name.equals("dist")
                            && FOLDERS.stream().noneMatch(known -> known.startsWith(name)));
        }
    }

    void checkSpace(long usableBytes) {
        if (usableBytes < NEEDED_BYTES) {
            throw new StackProblem(
                    "The disk of " + folder + " has " + usableBytes / 1_000_000 + " MB left; the stack needs "
                            + NEEDED_BYTES / 1_000_000 + " MB. Free some space, or choose another disk with --home.");
        }
    }

    /** Random name of this home, so that data kept elsewhere is known to belong to it. */
    String id() {
        try {
            return Files.readString(folder.resolve("id")).strip();
        } catch (IOException failed) {
            throw new StackProblem("The file " + folder.resolve("id") + " cannot be read: " + Sentences.reason(failed),
                    failed);
        }
    }

    /**
     * Keeps a second {@code up} or {@code down} out while one is at work. Released by closing.
     *
     * @throws StackProblem when another one is at work
     */
    FileChannel lock() {
        try {
            FileChannel channel = FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StackProblem("Another \"up\", \"down\" or \"demo\" is at work on " + folder
                        + ". Wait until it has finished.");
            }
            return channel;
        } catch (IOException failed) {
            throw new StackProblem("The home folder " + folder + " cannot be locked: " + Sentences.reason(failed),
                    failed);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
