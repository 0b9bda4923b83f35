package org.imaginghaven.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Finds what the build resolved: distributions in Maven's cache, and the libraries of each program of our own.
 *
 * @param repository root of the source tree
 */
record Distributions(Path repository) {

    /** The source tree that this program was built from, as the launcher or the build says. */
    static Distributions ofThisBuild() {
        String repository = System.getProperty("haven.repository");
        if (repository == null) {
            throw new StackProblem(
                    "The system property haven.repository must name the source tree; deploy/haven sets it.");
        }
        return new Distributions(Path.of(repository).toAbsolutePath().normalize());
    }

    Path camunda() {
        return archive("camunda-zeebe-");
    }

    Path elasticsearch() {
        return archive("elasticsearch-");
    }

    private Path archive(String start) {
        return entries(repository.resolve("deploy/local/target/distributions.txt")).stream()
                .filter(path -> path.getFileName().toString().startsWith(start))
                .filter(path -> !path.toString().endsWith(".jar")).findFirst()
                .orElseThrow(() -> new StackProblem(
                        "The build did not resolve a distribution " + start
                                + "*. Any deploy/haven command builds it."));
    }

    /** Says whether the build made the main class of a module. */
    boolean built(String module, String mainClass) {
        return ownLibrary(module).filter(jar -> holds(jar, mainClass)).isPresent();
    }

    /**
     * Class path of the program in a module: its own library first, then what it needs.
     *
     * @throws StackProblem when the module was not built
     */
    List<Path> program(String module) {
        Path list = repository.resolve(module).resolve("target/classpath.txt");
        return Stream.concat(ownLibrary(module).stream(), entries(list).stream()).toList();
    }

    /**
     * Class path of the program in a module, with our own libraries copied to a folder: a build then does not pull them from under a
     * running process, and a start-up cache stays good for as long as their contents stay the same.
     */
    List<Path> programIn(Path folder, String module) {
        List<Path> result = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (Path library : program(module)) {
                result.add(library.startsWith(repository) ? copy(library, folder) : library);
            }
            return result;
        } catch (IOException failed) {
            throw new StackProblem(
                    "The libraries of " + module + " cannot be copied to " + folder + ": " + Sentences.reason(failed),
                    failed);
        }
    }

    private static Path copy(Path library, Path folder) throws IOException {
        Path copy = folder.resolve(library.getFileName());
        if (!Files.exists(copy) || Files.mismatch(library, copy) != -1) {
            Path beside = folder.resolve(library.getFileName() + ".new");
            Files.copy(library, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        return copy;
    }

    private Optional<Path> ownLibrary(String module) {
        try (Stream<Path> files = Files.list(repository.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("haven-.*\\.jar"))
                    .filter(file -> !file.toString().endsWith("-tests.jar")).findFirst();
        } catch (IOException notBuilt) {
            return Optional.empty();
        }
    }

    private static boolean holds(Path jar, String mainClass) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(mainClass.replace('.', '/') + ".class") != null;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static List<Path> entries(Path list) {
        try {
            return Arrays.stream(Files.readString(list).strip().split(":")).filter(entry -> !entry.isBlank())
                    .map(Path::of).toList();
        } catch (IOException failed) {
            throw new StackProblem(
                    "The list " + list + " that the build makes cannot be read. Any deploy/haven command builds it.",
                    failed);
        }
    }
}
