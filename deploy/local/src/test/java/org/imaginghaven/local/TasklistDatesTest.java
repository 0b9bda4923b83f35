package org.imaginghaven.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TasklistDatesTest {

    private static final String TEMPLATE = "schema/os/create/template/tasklist-list-view.json";

    @TempDir
    private Path folder;

    private void schema(String template) throws Exception {
        try (JarOutputStream out = new JarOutputStream(
                Files.newOutputStream(folder.resolve("tasklist-els-schema-8.6.0.jar")))) {
            out.putNextEntry(new ZipEntry(TEMPLATE));
            out.write(template.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void theTemplateTakesDatesOnTheFullSecondToo() throws Exception {
        schema("{\"format\": \"date_time || epoch_millis\"}");
        Path library = TasklistDates.library(folder, folder);
        try (JarFile jar = new JarFile(library.toFile())) {
            assertThat(new String(jar.getInputStream(jar.getEntry(TEMPLATE)).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"format\": \"date_time || date_time_no_millis || epoch_millis\"}");
        }
    }

    @Test
    void anotherDistributionIsNotPatchedBlindly() throws Exception {
        schema("{\"format\": \"strict_date\"}");
        assertThatThrownBy(() -> TasklistDates.library(folder, folder)).isInstanceOf(StackProblem.class)
                .hasMessageContaining("another form");
    }
}
