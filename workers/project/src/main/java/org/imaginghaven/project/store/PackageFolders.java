package org.imaginghaven.project.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Packages on disk. A package is assembled beside its place, every file checked against the digest that the ledger holds,
 * and moved into its place in one step; nothing is ever changed where researchers can read it.
 */
public final class PackageFolders {

    private static final String FILES = "files";
    private static final String TABLE = "metadata.csv";

    private final Path quarantine;
    private final Path projects;
    private final Signer signer;

    public PackageFolders(Path quarantine, Path projects, Signer signer) {
        this.quarantine = quarantine;
        this.projects = projects;
        this.signer = signer;
    }

    /** Whether the file in quarantine is still what was verified. */
    public boolean isUnchanged(Release release, PackagedFile file) throws IOException {
        return isWhole(within(quarantined(release).resolve(FILES), file.path()), file);
    }

    /**
     * Puts the files from quarantine into the project's folder. A place that holds just these files already is left as it
     * is, so that a second call after a crash is safe.
     *
     * @return SHA-256 of the manifest
     */
    public byte[] publish(Release release, List<PackagedFile> files) throws IOException {
        byte[] manifest = Manifest.of(release, files);
        if (!holds(place(release), manifest)) {
            delete(place(release));
            replace(release, quarantined(release), files, manifest,
                    (from, to) -> Files.copy(from, to, LinkOption.NOFOLLOW_LINKS));
        }
        return sha256(manifest);
    }

    /**
     * Leaves just these files of a release where researchers can read; none at all removes the release. When what stays
     * cannot be put together (a full disk, a file that was changed), nothing of the release stays within reach until a
     * later call can: access that ended never waits for the rest.
     */
    public void keepOnly(Release release, List<PackagedFile> files) throws IOException {
        byte[] manifest = Manifest.of(release, files);
        Path aside = aside(release, "withdrawn");
        if (files.isEmpty()) {
            moveAside(release, aside);
        } else if (!holds(place(release), manifest)) {
            try {
                replace(release, Files.exists(place(release)) ? place(release) : aside, files, manifest,
                        PackageFolders::link);
            } catch (IOException | RuntimeException e) {
                moveAside(release, aside);
                throw e;
            }
        }
        delete(aside);
    }

    /** Removes what is left in quarantine of a release's extraction. */
    public void clearQuarantine(org.imaginghaven.kernel.Key extractionKey) throws IOException {
        delete(quarantine.resolve(extractionKey.value()));
    }

    /** Takes a release out of the project's folder altogether. */
    public void remove(Release release) throws IOException {
        Path aside = aside(release, "withdrawn");
        moveAside(release, aside);
        delete(aside);
        delete(aside(release, "staged"));
    }

    /** How a file gets from one folder into another; never through a symbolic link. */
    private interface Transfer {
        void file(Path from, Path to) throws IOException;
    }

    /** Within the project's folder a second name costs no space, so that a full disk cannot hold a withdrawal up. */
    private static void link(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException e) {
            Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void replace(Release release, Path source, List<PackagedFile> files, byte[] manifest, Transfer transfer)
            throws IOException {
        Path staged = aside(release, "staged");
        delete(staged);
        assemble(source, staged, files, manifest, transfer);
        moveAside(release, aside(release, "withdrawn"));
        Files.createDirectories(place(release).getParent());
        Files.move(staged, place(release), StandardCopyOption.ATOMIC_MOVE);
    }

    private void moveAside(Release release, Path aside) throws IOException {
        if (Files.exists(place(release))) {
            delete(aside);
            Files.move(place(release), aside, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void assemble(Path source, Path target, List<PackagedFile> files, byte[] manifest, Transfer transfer)
            throws IOException {
        for (PackagedFile file : files) {
            Path copy = within(target.resolve(FILES), file.path());
            Files.createDirectories(copy.getParent());
            transfer.file(within(source.resolve(FILES), file.path()), copy);
            if (!isWhole(copy, file)) {
                throw new IllegalStateException("a file of the package is not what was verified");
            }
        }
        Files.createDirectories(target.resolve(FILES));
        table(source.resolve(TABLE), target.resolve(TABLE), files);
        Files.write(target.resolve("manifest.json"), manifest);
        Files.writeString(target.resolve("manifest.sig"), signer.sign(manifest) + "\n");
        Files.writeString(target.resolve("release-signing.pub"), signer.publicKey() + "\n");
    }

    /** Keeps the lines whose first column names a file of the package, and the heading. */
    private static void table(Path source, Path target, List<PackagedFile> files) throws IOException {
        Set<String> kept = files.stream().map(PackagedFile::path).collect(Collectors.toCollection(HashSet::new));
        try (Stream<String> lines = Files.lines(source, StandardCharsets.UTF_8);
                var out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            boolean heading = true;
            for (String line : (Iterable<String>) lines::iterator) {
                if (heading || kept.contains(line.substring(0, Math.max(0, line.indexOf(','))))) {
                    out.write(line);
                    out.write('\n');
                }
                heading = false;
            }
        }
    }

    private static boolean holds(Path place, byte[] manifest) throws IOException {
        Path file = place.resolve("manifest.json");
        return Files.exists(file) && java.util.Arrays.equals(Files.readAllBytes(file), manifest);
    }

    private static boolean isWhole(Path path, PackagedFile file) throws IOException {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || Files.size(path) != file.size()) {
            return false;
        }
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest()).equals(file.sha256());
    }

    private Path quarantined(Release release) {
        return quarantine.resolve(release.extractionKey().value());
    }

    private Path place(Release release) {
        return projects.resolve(release.projectKey().value()).resolve(release.releaseKey().value());
    }

    private Path aside(Release release, String what) {
        return projects.resolve(".aside").resolve(release.releaseKey().value() + "-" + what);
    }

    private static Path within(Path folder, String relative) {
        Path path = folder.resolve(relative).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new IllegalStateException("the path of a file leads out of its package");
        }
        return path;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(path);
            }
        }
    }

    private static byte[] sha256(byte[] content) {
        return digest().digest(content);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
