package org.imaginghaven.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.imaginghaven.dicom.deid.Deidentifier;
import org.imaginghaven.dicom.deid.FolderRun;
import org.imaginghaven.dicom.identity.ProjectKey;
import org.imaginghaven.dicom.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {

    @TempDir
    private Path folder;

    @Test
    void everySliceIsOneTheEngineVouchesFor() throws IOException {
        Corpus.make(folder.resolve("in"), 7, 512);
        FolderRun run = new FolderRun(
                new Deidentifier(Deidentifier.Parts.of(Policy.bundled("basic"), ProjectKey.random())),
                folder.resolve("in"), folder.resolve("out"));
        assertThat(run.prepare()).isEqualTo(7);
        assertThat(run.run(1, outcome -> {
        }).deidentified()).isEqualTo(7);
    }
}
