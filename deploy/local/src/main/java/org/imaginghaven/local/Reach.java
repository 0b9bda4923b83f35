package org.imaginghaven.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where the parts that refuse root keep their programs and data: in the home, unless root started the stack and the home is closed to
 * others; then in a folder of the system that belongs to this home alone.
 *
 * @param data folder for data, one sub-folder a part
 * @param dist folder for unpacked programs
 */
record Reach(Path data, Path dist) {

    private static final Path SYSTEM = Path.of("/var/lib/imaging-haven");

    static Reach of(Home home, Account account) {
        if (!account.root()) {
            return new Reach(home.data(), home.dist());
        }
        if (Account.openToAll(home.data()) && Account.openToAll(home.dist())) {
            return new Reach(home.data(), home.dist());
        }
        Path outside = SYSTEM.resolve(key(home.folder()));
        try {
            Files.createDirectories(outside);
            Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rwx--x--x"));
            setAsideIfForeign(outside, home.id());
            Path data = Files.createDirectories(outside.resolve("data"));
            Path dist = Files.createDirectories(outside.resolve("dist"));
            Files.writeString(home.data().resolve("elsewhere.txt"),
                    "PostgreSQL and Elasticsearch run as another user than root, who cannot reach this folder. Their data is in "
                            + data + "\n");
            return new Reach(data, dist);
        } catch (IOException failed) {
            throw new StackProblem("Root's home is closed to the user that the database runs as, and " + outside
                    + " cannot be used instead: " + Sentences.reason(failed), failed);
        }
    }

    /** A home that was deleted and made again must not find the old home's data, whose passwords are gone. */
    private static void setAsideIfForeign(Path outside, String id) throws IOException {
        Path mark = outside.resolve("home-id");
        if (Files.exists(mark) && !Files.readString(mark).strip().equals(id) && Files.exists(outside.resolve("data"))) {
            Files.move(outside.resolve("data"), outside.resolve("data-of-" + Files.readString(mark).strip()));
        }
        Files.writeString(mark, id + "\n");
    }

    private static String key(Path home) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(home.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
