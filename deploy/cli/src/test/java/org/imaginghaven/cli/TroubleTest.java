package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TroubleTest {

    @Test
    void whatTheFileSystemSaysBecomesASentence() {
        assertThat(Trouble.sentence(new NoSuchFileException("key.txt"))).contains("There is no key.txt.");
        assertThat(Trouble.sentence(new UncheckedIOException(new AccessDeniedException("/archive/7"))))
                .contains("This user may not read or write /archive/7.");
        assertThat(Trouble.sentence(new IOException("/out/a.dcm: No space left on device")))
                .contains("The disk is full. Free some space and try again.");
    }

    @Test
    void noLineOfAFileIsRepeated() {
        assertThat(Trouble.sentence(new MalformedInputException(1)))
                .contains("A text file given to the command is not UTF-8. Convert it and try again.");
        assertThat(Trouble.sentence(new IOException("unexpected 'Morag Quirk'")))
                .contains("Reading or writing failed (IOException).");
    }

    @Test
    void aFaultOfTheProgramStaysOne() {
        assertThat(Trouble.sentence(new IllegalStateException("a bug"))).isEmpty();
    }

    @Test
    void aMissingFolderEndsACommandWithoutAStackTrace(@TempDir Path folder) throws IOException {
        Path report = folder.resolve("nowhere/report.jsonl");
        Files.createDirectory(folder.resolve("in"));
        java.io.StringWriter said = new java.io.StringWriter();
        CommandLine line = Haven.line("scan").setErr(new java.io.PrintWriter(said, true));

        int status = line.execute("scan", "--in", folder.resolve("in").toString(), "--report", report.toString(),
                "--tags-only");

        assertThat(status).isEqualTo(1);
        assertThat(said.toString().strip()).isEqualTo("There is no " + report + ".part.");
    }
}
