package org.imaginghaven.pixels;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Test data beside the repository; tests that need it are skipped, with this reason, where it is not there. */
public final class SharedData {

    private SharedData() {
    }

    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("haven.repository", "../.."), "../shared/data", name).normalize();
        assumeTrue(Files.isDirectory(folder), "test data folder " + name + " is not beside the repository");
        return folder;
    }

    /** The only file of that name below {@code dicom}. */
    public static Path dicom(String fileName) throws IOException {
        try (Stream<Path> files = Files.walk(folder("dicom"))) {
            Path found = files.filter(f -> f.getFileName().toString().equals(fileName)).sorted().findFirst()
                    .orElse(null);
            assumeTrue(found != null, "test file " + fileName + " is not in the test data");
            return found;
        }
    }
}
