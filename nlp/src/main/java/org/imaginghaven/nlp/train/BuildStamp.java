package org.imaginghaven.nlp.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A digest of the training code, what it reads and its seed, so that an unchanged build trains once. */
record BuildStamp(String digest) {

    /** What the model is told about words, and the lists and the lexicon that are not made by the build. */
    private static final Pattern READ = Pattern.compile(
            "(?:train/[^/]+|detect/(?:Word|Kin|Name(?:Features|Model|Shape)|ModelTokens)[^/]*\\.class|lists/(?:eponyms|ordinary-surnames|function-words|report-words|nicknames)\\.txt|report/lexicon\\.txt)");

    /** @param module the folder of the module's classes */
    static BuildStamp of(Path module, long seed) throws IOException {
        try (Stream<Path> files = Files.walk(module)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Path> sorted = files.filter(Files::isRegularFile)
                    .filter(file -> READ.matcher(module.relativize(file).toString().replace('\\', '/')).matches())
                    .sorted().toList();
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
