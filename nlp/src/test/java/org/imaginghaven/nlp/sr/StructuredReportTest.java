package org.imaginghaven.nlp.sr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;

class StructuredReportTest {

    private static void code(DatasetBuilder item, String sequence, String value, String meaning) {
        item.item(sequence, code -> code.set("CodeValue", value).set("CodingSchemeDesignator", "99HAVEN")
                .set("CodeMeaning", meaning));
    }

    private static void text(DatasetBuilder parent, String name, String value) {
        parent.item("ContentSequence", item -> {
            item.set("RelationshipType", "CONTAINS").set("ValueType", "TEXT").set("TextValue", value);
            code(item, "ConceptNameCodeSequence", "1", name);
        });
    }

    private static Dataset report() {
        DatasetBuilder root = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.88.33")
                .set("SOPInstanceUID", "2.25.7")
                .set("ValueType", "CONTAINER").set("ContinuityOfContent", "SEPARATE");
        code(root, "ConceptNameCodeSequence", "18748-4", "Diagnostic imaging report");
        root.item("ContentSequence", item -> {
            item.set("RelationshipType", "HAS OBS CONTEXT").set("ValueType", "PNAME").set("PersonName",
                    "Tolquhon^Jürgen");
            code(item, "ConceptNameCodeSequence", "121008", "Person Observer Name");
        });
        root.item("ContentSequence", findings -> {
            findings.set("RelationshipType", "CONTAINS").set("ValueType", "CONTAINER");
            code(findings, "ConceptNameCodeSequence", "121070", "Findings");
            text(findings, "Finding", "Mrs Garvock has a nodule of 8 mm. Discussed with Tolquhon on 12/04/2019.");
            findings.item("ContentSequence", number -> {
                number.set("RelationshipType", "CONTAINS").set("ValueType", "NUM");
                code(number, "ConceptNameCodeSequence", "2", "Diameter");
                number.item("MeasuredValueSequence", value -> {
                    value.set("NumericValue", "8");
                    code(value, "MeasurementUnitsCodeSequence", "mm", "millimetre");
                });
            });
            findings.item("ContentSequence", pointer -> pointer.set("RelationshipType", "INFERRED FROM")
                    .set("ReferencedContentItemIdentifier", 1, 2, 1));
        });
        return root.build();
    }

    private static Dataset written(Dataset dataset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(bytes, dataset, TransferSyntax.EXPLICIT_LE);
        return DicomFile.read(bytes.toByteArray()).dataset();
    }

    @Test
    void readsTreeAndText() throws IOException {
        StructuredReport report = StructuredReport.read(written(report()));
        assertThat(report.text()).contains("Findings:\n", "Finding: Mrs Garvock has a nodule", "Diameter: 8 mm",
                "see item 1.2.1");
        ContentItem findings = report.root().children().get(1);
        assertThat(findings.children()).extracting(ContentItem::type).containsExactly("TEXT", "NUM", "REFERENCE");
        assertThat(findings.children().get(1).path()).isEqualTo("1.2.2");
        for (StructuredReport.Piece piece : report.pieces()) {
            assertThat(report.text().substring(piece.start(), piece.end())).isNotBlank();
        }
    }

    @Test
    void namesAreReplacedInPlaceAndTheRestStays() throws IOException {
        SrRedaction redaction = SrRedaction.of(written(report()), TextDetectors.standard(), KnownIdentifiers.none());
        assertThat(redaction.unresolved()).isZero();
        assertThat(redaction.text("Mrs Garvock has a nodule of 8 mm. Discussed with Tolquhon on 12/04/2019."))
                .doesNotContain("Garvock", "Tolquhon", "12/04/2019").contains("has a nodule of 8 mm", "[STAFF_NAME]");
        assertThat(redaction.text("nothing of this report")).isEqualTo("nothing of this report");
        assertThat(redaction.replaced()).containsKeys("1.1", "1.2.1");
    }

    @Test
    void everySharedReportIsReadAndRedacted() throws IOException {
        Path folder = Path.of(System.getProperty("haven.repository", "..")).resolve("../shared/data/dicom/sr")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the shared structured reports are not beside the repository");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> reports = files.filter(file -> file.toString().endsWith(".dcm")).sorted().toList();
            assertThat(reports).isNotEmpty();
            for (Path file : reports) {
                Dataset dataset = DicomFile.read(file).dataset();
                StructuredReport before = StructuredReport.read(dataset);
                SrRedaction redaction = SrRedaction.of(dataset, TextDetectors.standard(), KnownIdentifiers.none());
                for (StructuredReport.Piece piece : before.pieces()) {
                    String value = before.text().substring(piece.start(), piece.end());
                    assertThat(redaction.text(value).equals(value)).as(file.getFileName() + " " + piece.path())
                            .isEqualTo(!redaction.texts().containsKey(value.strip()));
                }
                assertThat(before.text()).as(file.getFileName().toString()).isNotBlank();
            }
        }
    }
}
