package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.imaginghaven.kernel.Key;

/** The package of one extraction in quarantine: {@code files/PSEUDONYM/STUDY/SERIES/INSTANCE.dcm} and the table beside. */
public final class PackageFolder {

    static final String METADATA = "metadata.csv";
    private static final String FILES = "files";

    private final Path root;

    public PackageFolder(Path quarantine, Key extraction) {
        this.root = quarantine.resolve(extraction.value());
    }

    Path files() throws IOException {
        return Files.createDirectories(root.resolve(FILES));
    }

    /** The path a row names a file by: below {@code files}, with forward slashes. */
    String nameOf(Path file) {
        return root.resolve(FILES).relativize(file).toString().replace('\\', '/');
    }

    /** Every de-identified file, by the path a row would name it by. */
    Set<String> names() throws IOException {
        Path files = root.resolve(FILES);
        if (!Files.isDirectory(files)) {
            return Set.of();
        }
        try (Stream<Path> all = Files.walk(files)) {
            Set<String> names = new TreeSet<>();
            all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> names.add(nameOf(file)));
            return names;
        }
    }

    boolean holds(String name, String sha256, long size) throws IOException {
        Path file = root.resolve(FILES).resolve(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) == size
                && sha256(file).equals(sha256);
    }

    /** Deletes files by name; those that are gone already are fine. */
    public void delete(Iterable<String> names) throws IOException {
        for (String name : names) {
            Files.deleteIfExists(root.resolve(FILES).resolve(name));
        }
    }

    /** Deletes the whole package. */
    public void discard() throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** Writes the metadata table beside its place and renames it in. */
    void writeMetadata(List<List<String>> rows) throws IOException {
        Files.createDirectories(root);
        Path part = root.resolve(METADATA + ".part");
        try (var lines = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            for (List<String> row : rows) {
                lines.write(String.join(",", row.stream().map(PackageFolder::cell).toList()));
                lines.write("\r\n");
            }
        }
        Files.move(part, root.resolve(METADATA), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
