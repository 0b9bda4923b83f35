package org.imaginghaven.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Lets Tasklist 8.6.0 read dates without fractions of a second.
 *
 * <p>Its list view takes a date only with milliseconds, but writes a time of day on the full second without them. One task in a
 * thousand is created at such a moment; its import then fails for ever, and with it that of every later task. The library made
 * here lies before Tasklist's own on the class path and holds its template with the other form of date allowed.
 */
final class TasklistDates {

    private static final String TEMPLATE = "schema/os/create/template/tasklist-list-view.json";
    private static final String SCHEMA = "tasklist-els-schema-8.6.0.jar";
    private static final String STRICT = "\"date_time || epoch_millis\"";
    private static final String BOTH = "\"date_time || date_time_no_millis || epoch_millis\"";

    private TasklistDates() {
    }

    /**
     * The library to put first, made when it is not there.
     *
     * @param libraries folder of the distribution's libraries
     * @param folder where it is kept
     */
    static Path library(Path libraries, Path folder) {
        Path library = folder.resolve("tasklist-dates.jar");
        if (Files.exists(library)) {
            return library;
        }
        try {
            Path beside = Files.createTempFile(folder, "tasklist-dates", ".part");
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(beside))) {
                out.putNextEntry(new ZipEntry(TEMPLATE));
                out.write(widened(libraries.resolve(SCHEMA)).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
            return Files.move(beside, library, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new StackProblem("Tasklist's template cannot be read or kept: " + Sentences.reason(failed), failed);
        }
    }

    private static String widened(Path schema) throws IOException {
        try (JarFile jar = new JarFile(schema.toFile()); InputStream in = jar.getInputStream(jar.getEntry(TEMPLATE))) {
            String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (!template.contains(STRICT)) {
                throw new IOException("the template has another form than that of 8.6.0");
            }
            return template.replace(STRICT, BOTH);
        }
    }
}
