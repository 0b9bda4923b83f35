package org.imaginghaven.dicom.deid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files of many makers, when they lie beside the repository. */
class SharedDataTest {

    @TempDir
    private Path folder;

    @Test
    void everyFileIsDeidentifiedOrRefusedWithAReason() throws IOException {
        Path data = Path.of(System.getProperty("haven.repository", "."), "../shared/data/dicom/conformance");
        Assumptions.assumeTrue(Files.isDirectory(data), "the shared data are not there");
        FolderRun run = new FolderRun(new Deidentifier(Made.engine("research").parts().assumingCleanPixels(true)),
                data.toAbsolutePath().normalize(), folder.resolve("out"));
        int files = run.prepare();
        FolderRun.Summary summary = run.run(2, outcome -> {
        });
        run.report(folder.resolve("report.jsonl"));
        assertThat(summary.files()).isEqualTo(files);
        assertThat(summary.deidentified()).isGreaterThan(files / 2);
        assertThat(summary.reasons()).doesNotContainKey("quarantined NOT_PROVEN");
        List<String> lines = Files.readAllLines(folder.resolve("report.jsonl"));
        assertThat(lines).hasSize(files).noneMatch(line -> line.contains("\"failed\",\"output\":null,\"reason\":\"IO"));
    }
}
