package org.imaginghaven.nlp.sr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.imaginghaven.nlp.report.ReportReader;
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

    private static DatasetBuilder root() {
        DatasetBuilder root = Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.88.33")
                .set("SOPInstanceUID", "2.25.8").set("ValueType", "CONTAINER").set("ContinuityOfContent", "SEPARATE");
        code(root, "ConceptNameCodeSequence", "18748-4", "Diagnostic imaging report");
        return root;
    }

    @Test
    void continuousTextIsOneParagraphSoThatASentenceIsReadWhole() throws IOException {
        DatasetBuilder root = root();
        root.item("ContentSequence", prose -> {
            prose.set("RelationshipType", "CONTAINS").set("ValueType", "CONTAINER").set("ContinuityOfContent",
                    "CONTINUOUS");
            text(prose, "Part", "There is a");
            prose.item("ContentSequence", number -> {
                number.set("RelationshipType", "CONTAINS").set("ValueType", "NUM");
                code(number, "ConceptNameCodeSequence", "2", "Diameter");
                number.item("MeasuredValueSequence", value -> {
                    value.set("NumericValue", "14");
                    code(value, "MeasurementUnitsCodeSequence", "mm", "millimetre");
                });
            });
            text(prose, "Part", "nodule in the left lung.");
        });
        StructuredReport report = StructuredReport.read(written(root.build()));
        assertThat(report.text()).contains("There is a 14 mm nodule in the left lung.");
        assertThat(new ReportReader().read(report.text()).mentions().getFirst().millimetres()).hasValue(14);
        assertThat(report.pieces()).extracting(StructuredReport.Piece::path).containsExactly("1.1.1", "1.1.2", "1.1.3");
    }

    @Test
    void nothingOfTheTreeIsDropped() throws IOException {
        DatasetBuilder root = root();
        root.item("ContentSequence", image -> {
            image.set("RelationshipType", "CONTAINS").set("ValueType", "IMAGE");
            image.item("ReferencedSOPSequence", sop -> sop.set("ReferencedSOPClassUID", "1.2.840.10008.5.1.4.1.1.2")
                    .set("ReferencedSOPInstanceUID", "2.25.99"));
        });
        root.item("ContentSequence", number -> {
            number.set("RelationshipType", "CONTAINS").set("ValueType", "NUM");
            code(number, "ConceptNameCodeSequence", "2", "Ratio");
            number.item("MeasuredValueSequence", value -> {
                value.set("NumericValue", "0.7");
                code(value, "MeasurementUnitsCodeSequence", "1", "no units");
            });
        });
        root.item("ContentSequence", number -> {
            number.set("RelationshipType", "CONTAINS").set("ValueType", "NUM");
            code(number, "ConceptNameCodeSequence", "3", "Flow");
            code(number, "NumericValueQualifierCodeSequence", "114003", "Value unknown");
        });
        root.item("ContentSequence", item -> {
            item.set("RelationshipType", "CONTAINS").set("ValueType", "CODE");
            code(item, "ConceptNameCodeSequence", "4", "Finding");
            item.item("ConceptCodeSequence", coded -> coded.set("LongCodeValue", "12345678901234567890")
                    .set("CodingSchemeDesignator", "SCT").set("CodeMeaning", "Goitre"));
        });
        root.item("ContentSequence", odd -> {
            odd.set("RelationshipType", "CONTAINS").set("ValueType", "NOTE").set("TextValue", "A note of Mr Garvock.");
            code(odd, "ConceptNameCodeSequence", "5", "Note");
        });
        Dataset dataset = written(root.build());
        StructuredReport report = StructuredReport.read(dataset);
        assertThat(report.root().children()).extracting(ContentItem::value).containsExactly("2.25.99", "0.7",
                "Value unknown", "Goitre", "A note of Mr Garvock.");
        assertThat(report.text()).contains("Ratio: 0.7\n", "Flow: Value unknown", "Finding: Goitre", "Note: A note of")
                .doesNotContain("2.25.99");
        assertThat(report.root().children().get(3).code().orElseThrow().value()).isEqualTo("12345678901234567890");
        assertThat(SrRedaction.of(dataset, TextDetectors.standard(), KnownIdentifiers.none())
                .text("A note of Mr Garvock.")).doesNotContain("Garvock");
    }

    @Test
    void referencesAreResolvedAndMayPointToThemselvesOrNowhere() throws IOException {
        DatasetBuilder root = root();
        text(root, "Measurement note", "Large.");
        for (Object[] target : new Object[][]{{1, 1}, {1, 3}, {1, 9, 4}, {1}}) {
            root.item("ContentSequence", pointer -> pointer.set("RelationshipType", "INFERRED FROM")
                    .set("ReferencedContentItemIdentifier", target));
        }
        StructuredReport report = StructuredReport.read(written(root.build()));
        assertThat(report.text()).contains("see item 1.1 (Measurement note)", "see item 1.3\n", "see item 1.9.4\n",
                "see item 1 (Diagnostic imaging report)");
        assertThat(report.at("1.1").orElseThrow().value()).isEqualTo("Large.");
        assertThat(report.at("1.9.4")).isEmpty();
    }

    @Test
    void aTreeThatIsTooDeepIsRefused() {
        DatasetBuilder root = root();
        nest(root, 101);
        Dataset dataset = root.build();
        assertThatThrownBy(() -> StructuredReport.read(dataset)).isInstanceOf(IllegalArgumentException.class);
        DatasetBuilder fits = root();
        nest(fits, 100);
        assertThat(StructuredReport.read(fits.build()).text()).contains("Level 1:", "Level 100:");
    }

    private static void nest(DatasetBuilder parent, int levels) {
        if (levels > 0) {
            parent.item("ContentSequence", item -> {
                item.set("RelationshipType", "CONTAINS").set("ValueType", "CONTAINER");
                code(item, "ConceptNameCodeSequence", "9", "Level " + levels);
                nest(item, levels - 1);
            });
        }
    }

    @Test
    void anItemNamedAfterAPersonHoldsTheReportBack() throws IOException {
        DatasetBuilder root = root();
        text(root, "Remarks of Mrs Garvock", "Good views.");
        assertThat(
                SrRedaction.of(written(root.build()), TextDetectors.standard(), KnownIdentifiers.none()).unresolved())
                .isPositive();
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
