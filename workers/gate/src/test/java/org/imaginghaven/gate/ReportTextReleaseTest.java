package org.imaginghaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.pixel.PixelDecoder;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.nlp.clean.DetectingTextCleaner;
import org.imaginghaven.nlp.sr.StructuredReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structured reports on their way out: with their text only where it was asked for and let go. */
class ReportTextReleaseTest {

    private static final String FINDING = "There is a 12 mm nodule in the right upper lobe of " + Zones.NAMES[0]
            + ". Telephoned to Dr Glenorchie on 5 April 2023. No pleural effusion.";

    @TempDir
    Path root;
    private Zones zones;
    private final Key project = Key.random(Key.Kind.PROJECT);

    @BeforeEach
    void ingested() throws Exception {
        zones = new Zones(root, new GateParts(DetectingTextCleaner::new, PixelDecoder.NONE,
                null));
        zones.archive(2);
        zones.write("north/p0/sr.dcm", Zones.report(0, 1, "Finding", FINDING, "Conclusion",
                "Likely benign. Reviewed with Glenorchie."));
        zones.write("central/p1/sr.dcm", Zones.report(1, 1, "Finding", "No nodule."));
        zones.ingest();
        zones.promoteTags("Modality");
    }

    private Key extracted(Key agreement) throws Exception {
        Key extraction = zones.planned(agreement);
        zones.extractChunks(extraction);
        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);
        return extraction;
    }

    private List<String> texts(Key extraction) throws Exception {
        List<String> texts = new java.util.ArrayList<>();
        for (Path path : zones.files(root.resolve("quarantine").resolve(extraction.value()).resolve("files"))) {
            try (DicomFile file = DicomFile.read(path)) {
                texts.add(StructuredReport.read(file.dataset()).text());
            }
            String bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContainIgnoringCase(Zones.NAMES[0]).doesNotContainIgnoringCase("Glenorchie")
                    .doesNotContain("5 April", Zones.chi(0));
        }
        return texts;
    }

    @Test
    void withoutApprovalTheTextStaysBehind() throws Exception {
        Key extraction = extracted(zones.agreement(project, "{\"modality\": [\"SR\"]}", 2, "north", "central"));

        assertThat(texts(extraction)).hasSize(2).allSatisfy(text -> assertThat(text).contains("Finding: REMOVED")
                .doesNotContain("nodule"));
    }

    @Test
    void withApprovalItGoesWithWhatIdentifiesReplacedAndOnlyThatControllers() throws Exception {
        Key agreement = zones.agreement(project, "{\"modality\": [\"SR\"]}", 2, "north", "central");
        zones.sql.sql("update governance.agreement_controller set report_text = true where controller = 'north'")
                .update();

        List<String> texts = texts(extracted(agreement));

        assertThat(texts).hasSize(2).filteredOn(text -> text.contains("nodule")).singleElement()
                .satisfies(text -> assertThat(text).contains("12 mm nodule in the right upper lobe of [PATIENT_NAME]",
                        "No pleural effusion", "Likely benign", "[STAFF_NAME]", "[DATE]"));
    }

    @Test
    void aReportWhoseCodeNamesSomebodyIsHeldForAPerson() throws Exception {
        zones.write("north/p0/coded.dcm", Zones.report(0, 2).item("ContentSequence", item -> item
                .set("RelationshipType", "CONTAINS").set("ValueType", "CODE")
                .item("ConceptNameCodeSequence", code -> code.set("CodeValue", "1").set("CodingSchemeDesignator", "99X")
                        .set("CodeMeaning", "Reader"))
                .item("ConceptCodeSequence", code -> code.set("CodeValue", "2").set("CodingSchemeDesignator", "99X")
                        .set("CodeMeaning", "Dr Glenorchie"))));
        zones.ingest();
        zones.run("gate:refresh-inventory:1");
        Key agreement = zones.agreement(project, "{\"modality\": [\"SR\"]}", 3, "north");
        zones.sql.sql("update governance.agreement_controller set report_text = true").update();
        Key extraction = zones.planned(agreement);

        zones.extractChunks(extraction);

        assertThat(zones.gate.extractions().counts(extraction).reasons()).containsEntry("REPORT_CODE_IDENTIFIES", 1);
    }
}
