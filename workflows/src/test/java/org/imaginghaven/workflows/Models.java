package org.imaginghaven.workflows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that are shipped: processes, decisions and forms. */
final class Models {

    private static final Path REPOSITORY = Path.of(System.getProperty("haven.repository", ".."));
    private static final Path RESOURCES = REPOSITORY.resolve("workflows/src/main/resources");

    private Models() {
    }

    static List<Path> processes() {
        return files(RESOURCES.resolve("bpmn"), ".bpmn");
    }

    static List<Path> decisions() {
        return files(RESOURCES.resolve("dmn"), ".dmn");
    }

    static List<Path> forms() {
        return files(REPOSITORY.resolve("governance-forms/src/main/resources/forms"), ".form");
    }

    /** All that is deployed, in one go. */
    static List<Path> deployable() {
        return Stream.of(processes(), decisions(), forms()).flatMap(List::stream).toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path pictures() {
        return REPOSITORY.resolve("workflows/pictures");
    }

    /** Where the build puts what it draws. */
    static Path drawn() {
        return REPOSITORY.resolve("workflows/target/pictures");
    }

    private static List<Path> files(Path folder, String suffix) {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
