package org.imaginghaven.pixels;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Unpacks files that come inside artifacts (native libraries, trained data) once into a folder of the user's own, where
 * any number of processes may look for them at the same time: each unpacks beside and renames in one step, and the
 * first wins.
 */
public final class NativeCache {

    private final Path root;

    private NativeCache(Path root) {
        this.root = root;
    }

    /** The cache of this user: below {@code ~/.cache}, or below the temporary folder where there is no such home. */
    public static NativeCache ofUser() {
        Path home = Path.of(System.getProperty("user.home", "/"), ".cache", "imaging-haven");
        try {
            Files.createDirectories(home);
            if (Files.isWritable(home)) {
                return new NativeCache(home);
            }
        } catch (IOException e) {
            // no home to write to: the temporary folder serves as well
        }
        return new NativeCache(
                Path.of(System.getProperty("java.io.tmpdir"), "imaging-haven-" + System.getProperty("user.name")));
    }

    static NativeCache at(Path root) {
        return new NativeCache(root);
    }

    /**
     * A folder with the given files, unpacked now if no process did so before.
     *
     * @param name
     *            of the set, used in the folder's name
     * @param files
     *            file name in the folder to resource on the class path
     * @return the folder, complete
     * @throws IOException
     *             if a resource is missing (its artifact is not on the class path) or the disk is full
     */
    public Path folder(String name, Map<String, String> files) throws IOException {
        Path folder = root.resolve(name + "-" + fingerprint(files));
        if (complete(folder, files)) {
            return folder;
        }
        Files.createDirectories(root);
        Path beside = Files.createTempDirectory(root, name + ".",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path target = beside.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                try (InputStream in = resource(file.getValue())) {
                    Files.copy(in, target);
                }
            }
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && !complete(folder, files)) {
                delete(folder);
            }
            takePlace(beside, folder);
        } finally {
            delete(beside);
        }
        if (!complete(folder, files)) {
            throw new IOException("could not unpack " + name + " into " + root);
        }
        return folder;
    }

    /** Renames in one step; if another process was first, with the same bytes, its folder stays. */
    private static void takePlace(Path beside, Path folder) throws IOException {
        try {
            Files.move(beside, folder);
        } catch (FileSystemException e) {
            // which of its kinds this is when the target is a full folder differs between systems
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static boolean complete(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || Files.size(path) != length(file.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static String fingerprint(Map<String, String> files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                var url = NativeCache.class.getClassLoader().getResource(file.getValue());
                String described = file.getKey() + " " + file.getValue() + " " + length(file.getValue()) + " "
                        + (url == null ? "" : url.toString().replaceAll("^.*/([^/]*!)", "$1"));
                digest.update(described.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long length(String resource) throws IOException {
        var url = NativeCache.class.getClassLoader().getResource(resource);
        if (url == null) {
            throw new IOException(resource + " is on no class path entry: its artifact is missing for this machine");
        }
        return url.openConnection().getContentLengthLong();
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = NativeCache.class.getClassLoader().getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is on no class path entry: its artifact is missing for this machine");
        }
        return in;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
