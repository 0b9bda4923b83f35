package org.imaginghaven.search.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/** The key that noise is drawn from, kept in a file: with a new one every number could be asked for again, with new noise. */
final class DisclosureKey {

    private static final int BYTES = 32;

    private DisclosureKey() {
    }

    /** Reads the key, or makes it the first time. */
    static byte[] in(Path folder) {
        Path file = folder.resolve("disclosure.key");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException("The key " + file + " has " + key.length + " bytes instead of " + BYTES
                        + ". Put the right one back; without it numbers shown before could be worked out.");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " cannot be read or made", e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path beside = Files.createTempFile(file.getParent(), "disclosure", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.write(beside, key, StandardOpenOption.SYNC);
            // a link fails when the name is taken, so of two who make the key at once both use the same
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            // the other was faster
        } catch (UnsupportedOperationException e) {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
