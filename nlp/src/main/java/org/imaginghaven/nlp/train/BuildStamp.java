package org.imaginghaven.nlp.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A digest of the training code, its sentences and its seed, so that an unchanged build trains once. */
record BuildStamp(String digest) {

    static BuildStamp of(Path classes, long seed) throws IOException {
        try (Stream<Path> files = Files.list(classes)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : sorted) {
                digest.update(Files.readAllBytes(file));
            }
            digest.update(Long.toString(seed).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return new BuildStamp(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException(none);
        }
    }

    boolean matches(Path file) throws IOException {
        return Files.exists(file) && Files.readString(file).equals(digest);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, digest);
    }
}
