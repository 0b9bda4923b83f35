package org.imaginghaven.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program of the virtual machine, started directly so that its start-up cache can be used: the first run records which classes it
 * needs, writes the cache when it ends, and later runs start several times as fast.
 *
 * @param name      names the cache file
 * @param libraries class path, in order
 * @param heap      {@code -Xmx} value such as {@code 256m}
 * @param compiling how far its code is compiled
 */
record JavaProgram(String name, List<Path> libraries, String heap, Compiling compiling) {

    /** The second compiler costs as much as the rest of a start; it pays only where much is computed. */
    enum Compiling {
        QUICKLY("-XX:TieredStopAtLevel=1"), WELL("-XX:TieredStopAtLevel=4");

        private final String option;

        Compiling(String option) {
            this.option = option;
        }

        String option() {
            return option;
        }
    }

    /** No report of a crash: it holds pieces of memory, and so perhaps of a patient's file. */
    private static final List<String> ALWAYS = List.of("-XX:+UseSerialGC", "-XX:ErrorFile=/dev/null",
            "-XX:-CreateCoredumpOnCrash", "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true");

    /** Text recognition takes and gives back large pieces on many threads; by default the C library keeps them for each. */
    private static final Map<String, String> NATIVE_MEMORY = Map.of("MALLOC_ARENA_MAX", "2",
            "MALLOC_MMAP_THRESHOLD_", "1048576", "MALLOC_TRIM_THRESHOLD_", "1048576");

    JavaProgram {
        libraries = List.copyOf(libraries);
    }

    /**
     * The command that runs a main class.
     *
     * @param caches folder of the start-up caches
     * @param train  whether to record a cache when there is none
     */
    Command command(Path caches, boolean train, List<String> options, String mainClass, List<String> arguments,
            Path folder) {
        Path cache = caches.resolve(name + "-" + fingerprint() + ".aot");
        boolean training = train && !Files.exists(cache);
        List<String> words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap));
        words.addAll(ALWAYS);
        words.add(compiling.option());
        if (training) {
            dropOthers(caches);
            words.add("-XX:AOTCacheOutput=" + cache);
        } else if (Files.exists(cache)) {
            words.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"));
        }
        words.addAll(options);
        words.addAll(List.of("-cp", String.join(":", libraries.stream().map(Path::toString).toList()), mainClass));
        words.addAll(arguments);
        Command command = Command.of(words, folder).with(NATIVE_MEMORY);
        return training ? command.writing(cache) : command;
    }

    /** Caches of earlier libraries are of no more use, and large. */
    private void dropOthers(Path caches) {
        try (Stream<Path> files = Files.list(caches)) {
            for (Path old : files.filter(file -> file.getFileName().toString().matches(name + "-[0-9a-f]{12}\\.aot.*"))
                    .toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException failed) {
            throw new StackProblem(
                    "Old start-up caches in " + caches + " cannot be deleted: " + Sentences.reason(failed), failed);
        }
    }

    /** Changes with the virtual machine and with any library, because a cache is only good for exactly these. */
    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((System.getProperty("java.vm.version") + System.getProperty("java.home") + heap)
                    .getBytes(StandardCharsets.UTF_8));
            for (Path library : libraries) {
                digest.update((library.getFileName() + ":" + Files.size(library) + ":"
                        + Files.getLastModifiedTime(library).toMillis() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException missing) {
            throw new StackProblem("A library of " + name + " is missing: " + Sentences.reason(missing), missing);
        }
    }

    /** The libraries in a folder, always in the same order. */
    static List<Path> librariesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException failed) {
            throw new StackProblem("The folder " + folder + " cannot be read: " + Sentences.reason(failed), failed);
        }
    }
}
