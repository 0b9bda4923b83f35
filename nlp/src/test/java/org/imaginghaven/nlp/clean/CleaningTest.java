package org.imaginghaven.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.imaginghaven.dicom.deid.TextCleaner.Place;
import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleaningTest {

    private final DetectingTextCleaner cleaner = new DetectingTextCleaner(TextDetectors.standard());

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            CT CHEST GARVOCK              | CT CHEST
            MR Brain FLAIR T2 axial       | MR Brain FLAIR T2 axial
            t2_tse_sag_p2                 | t2_tse_sag_p2
            XR knee, Dr Tolquhon 2019-04-12 | XR knee
            Chest PA and lateral          | Chest PA and lateral
            Head 0407521234               | Head
            """)
    void aLabelKeepsOnlyWordsOfTheTrade(String label, String left) {
        assertThat(cleaner.clean(label, new Place(0x00081030, "StudyDescription", false), Set.of())).isEqualTo(left);
    }

    @Test
    void aLabelLosesThePatientsOwnNameEvenWhenItIsAWord() {
        assertThat(cleaner.clean("Abdomen Rose Short", new Place(0x00081030, "StudyDescription", false),
                Set.of("rose", "short")))
                .isEqualTo("Abdomen");
    }

    @Test
    void aNarrativeKeepsItsSentences() {
        assertThat(cleaner.clean("Mrs Garvock has a fracture. Discussed with Dr Tolquhon.",
                new Place(0x00204000, "ImageComments", true),
                Set.of("garvock"))).isEqualTo("[PATIENT_NAME] has a fracture. Discussed with [STAFF_NAME].");
    }

    @Test
    void aForenameAloneDoesNotSurviveInANarrative() {
        assertThat(cleaner.clean("Lives with Tolquhona at the coast, has had cough since spring.",
                new Place(0x00104000, "PatientComments", true), Set.of()))
                .doesNotContain("Tolquhona").contains("Lives with", "cough since spring");
    }

    @Test
    void richTextIsRead() throws IOException {
        byte[] document = "{\\rtf1\\ansi Report of \\b Mrs Garvock\\b0 .\\par Normal chest.}"
                .getBytes(StandardCharsets.US_ASCII);
        assertThat(DocumentText.read(document, "text/rtf", 10_000)).contains("Mrs Garvock").contains("Normal chest");
        assertThat(DocumentText.read(document, "", 10_000)).contains("Normal chest");
    }

    @Test
    void whatCannotBeReadIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(
                () -> DocumentText.read("Garvock".getBytes(StandardCharsets.US_ASCII), "application/msword", 100))
                .isInstanceOf(IOException.class).hasMessage("a document of a type that is not read; PDF and RTF are");
        assertThatThrownBy(
                () -> DocumentText.read("%PDF-1.4 Garvock".getBytes(StandardCharsets.US_ASCII), "application/pdf", 100))
                .isInstanceOf(IOException.class).hasMessageNotContaining("Garvock");
        byte[] document = ("{\\rtf1\\ansi " + "word ".repeat(100) + "}").getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> DocumentText.read(document, "text/rtf", 50))
                .hasMessage("a document of more than 50 characters");
    }

    @Test
    void sharedDocumentsAreRead() throws IOException {
        Path folder = Path.of(System.getProperty("haven.repository", "..")).resolve("../shared/data/encapsulated-pdf")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the shared documents are not beside the repository");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
                assertThat(DocumentText.read(Files.readAllBytes(file), "application/pdf", 1_000_000)).isNotNull();
            }
        }
    }
}
