package org.imaginghaven.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a distribution once: beside its place first, so that an interrupted unpacking leaves nothing that looks complete. */
final class Unpacking {

    private static final int EXECUTABLE_BITS = 0111;

    private Unpacking() {
    }

    /** Opens the distribution that is to be unpacked. */
    interface Source {
        InputStream open() throws IOException;
    }

    static void tarGz(Path archive, Path target) {
        once(target,
                folder -> tar(new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive))),
                        folder));
    }

    static void tarXz(Source archive, Path target) {
        once(target, folder -> tar(new XZCompressorInputStream(new BufferedInputStream(archive.open())), folder));
    }

    static void zip(Path archive, Path target) {
        once(target, folder -> {
            try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
                for (Enumeration<ZipArchiveEntry> entries = zip.getEntries(); entries.hasMoreElements();) {
                    ZipArchiveEntry entry = entries.nextElement();
                    Path file = inside(folder, entry.getName());
                    if (entry.isDirectory()) {
                        Files.createDirectories(file);
                    } else {
                        write(zip.getInputStream(entry), file, entry.getUnixMode(), entry.getLastModifiedTime());
                    }
                }
            }
        });
    }

    private interface Filling {
        void into(Path folder) throws IOException;
    }

    private static void once(Path target, Filling filling) {
        if (Files.isDirectory(target)) {
            return;
        }
        Path beside = target.resolveSibling(target.getFileName() + ".part");
        try {
            delete(beside);
            Files.createDirectories(beside);
            filling.into(beside);
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new StackProblem("Unpacking to " + target + " failed: " + Sentences.reason(failed), failed);
        }
    }

    private static void tar(InputStream unpacked, Path folder) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = inside(folder, entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    inside(folder, folder.relativize(file.getParent().resolve(entry.getLinkName())).toString());
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    write(tar, file, entry.getMode(), entry.getLastModifiedTime());
                }
            }
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) {
            throw new IOException("an entry of the archive leads out of its folder");
        }
        return file;
    }

    private static void write(InputStream content, Path file, int mode, FileTime modified) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(content, file);
        Set<PosixFilePermission> permissions = new HashSet<>(PosixFilePermissions.fromString("rw-r--r--"));
        if ((mode & EXECUTABLE_BITS) != 0) {
            permissions.addAll(PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(file, permissions);
        // the start-up caches of the virtual machine compare the times of the libraries
        Files.setLastModifiedTime(file, modified);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            tree.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
    }
}
