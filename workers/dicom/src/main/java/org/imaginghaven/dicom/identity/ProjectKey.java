package org.imaginghaven.dicom.identity;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The secret of one project: 32 random bytes. Whoever holds it can link pseudonyms to people; destroy it to unlink. */
public final class ProjectKey {

    private static final int SIZE = 32;
    private final byte[] bytes;

    private ProjectKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws IllegalArgumentException unless 32 bytes */
    public static ProjectKey of(byte[] secret) {
        if (secret.length != SIZE) {
            throw new IllegalArgumentException("a project key has 32 bytes, not " + secret.length);
        }
        return new ProjectKey(secret.clone());
    }

    public static ProjectKey random() {
        byte[] secret = new byte[SIZE];
        new SecureRandom().nextBytes(secret);
        return new ProjectKey(secret);
    }

    /** Reads a key file: 64 hexadecimal digits. */
    public static ProjectKey read(Path file) throws IOException {
        String text = Files.readString(file).strip();
        if (!text.matches("[0-9a-fA-F]{64}")) {
            throw new IOException("not a project key (64 hexadecimal digits): " + file.getFileName());
        }
        return new ProjectKey(HexFormat.of().parseHex(text));
    }

    /** Writes a key file that only its owner can read; never overwrites one. */
    public void write(Path file) throws FileAlreadyExistsException, IOException {
        boolean posix = file.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.WRITE);
    }

    /** A text that tells runs apart without giving anything of the key away. */
    public String fingerprint(String about) {
        return new ProjectIdentity(this).hashed("fingerprint", about);
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "ProjectKey[hidden]";
    }
}
