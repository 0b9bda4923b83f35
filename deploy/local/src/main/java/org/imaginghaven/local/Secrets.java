package org.imaginghaven.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random passwords of the installation, one file each, readable by the owner alone. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password with this name, made at first use. Letters, digits, {@code -} and {@code _} only. */
    String password(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[BYTES];
                new SecureRandom().nextBytes(random);
                writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException failed) {
            throw new StackProblem("The secret " + file + " cannot be read or written: " + Sentences.reason(failed),
                    failed);
        }
    }

    /** Writes a file that nobody else may read, replacing an older one in one step. */
    static void writePrivately(Path file, String text) throws IOException {
        Path beside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(beside, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.WRITE);
        Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }
}
