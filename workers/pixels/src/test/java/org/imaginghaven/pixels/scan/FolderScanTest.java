package org.imaginghaven.pixels.scan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.rule.RuleSet;
import org.imaginghaven.pixels.review.RuleProposal;
import org.imaginghaven.pixels.text.PixelTextReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderScanTest {

    private static final int SIDE = 320;

    @TempDir
    private Path folder;

    @Test
    void everyFileHasALineThatSaysWhereButNeverWhat() throws IOException {
        Path image = folder.resolve("a.dcm");
        DicomWriter.write(image, image(), TransferSyntax.EXPLICIT_LE);
        Path broken = Files.writeString(folder.resolve("b.txt"), "no image");
        StringWriter out = new StringWriter();
        FolderScan.Summary summary;
        Path pictures = folder.resolve("pictures");
        try (PixelTextReader reader = PixelTextReader.open()) {
            FileScan scan = new FileScan(TextDetectors.standard(), reader, header -> false);
            summary = new FolderScan(scan, folder, new RuleProposal(), pictures).run(List.of(image, broken), 2, out,
                    () -> {
                    });
        }
        String[] lines = out.toString().split("\n");
        assertThat(lines).hasSize(3);
        JsonNode first = new ObjectMapper().readTree(lines[0]);
        assertThat(first.get("findings").findValuesAsText("kind")).contains("PATIENT_NAME", "PATIENT_ID");
        assertThat(first.get("findings").findValuesAsText("where")).contains("tag", "pixels", "overlay");
        assertThat(out.toString().toUpperCase(java.util.Locale.ROOT)).doesNotContain("ZELENKA")
                .doesNotContain("4471823");
        assertThat(new ObjectMapper().readTree(lines[1]).get("reason").asText()).isEqualTo("NOT_DICOM");
        assertThat(summary.unreadable()).isEqualTo(1);
        assertThat(summary.byPlaceAndKind()).containsKey("PatientName PATIENT_NAME");
        assertThat(first.get("pictures")).hasSize(2);
        assertThat(first.get("morePictures").asInt()).isZero();
        assertThat(pictures.resolve("000000-1.png")).isNotEmptyFile();
    }

    @Test
    void rulesThatDecidedNothingAreNamedAtTheEnd() throws IOException {
        Path image = folder.resolve("a.dcm");
        DicomWriter.write(image,
                Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7").set("SOPInstanceUID", "1.2.3.4")
                        .set("ImageComments", "berthed at quay 7").build(),
                TransferSyntax.EXPLICIT_LE);
        String rule = """
                {"name":"%s","action":"report","report":"SITE","author":"A","reason":"R","value":"%s \\\\d+",
                 "must":[{"column":"","text":"[[%s 1]]"}],"mustNot":[{"column":"","text":"[[quiet]]"}]}""";
        TextDetectors detectors = TextDetectors.standard().withRules(RuleSet.none()
                .and(List.of(rule.formatted("quays", "quay", "quay"), rule.formatted("slips", "slip", "slip"))));
        StringWriter out = new StringWriter();
        StringWriter told = new StringWriter();
        new FolderScan(new FileScan(detectors, null, header -> false), folder, new RuleProposal(), null)
                .run(List.of(image), 1, out, () -> {
                }).print(new PrintWriter(told));
        JsonNode summary = new ObjectMapper().readTree(out.toString().split("\n")[1]).get("summary");
        assertThat(summary.get("rulesNeverUsed")).hasSize(1).first().extracting(JsonNode::asText).isEqualTo("slips");
        assertThat(told.toString()).contains("rules that decided nothing: slips");
    }

    @Test
    void picturesThatCannotBeWrittenAreCounted() throws IOException {
        Path image = folder.resolve("a.dcm");
        DicomWriter.write(image, image(), TransferSyntax.EXPLICIT_LE);
        Path pictures = folder.resolve("pictures");
        // nobody can write to a folder
        Files.createDirectories(pictures.resolve("000000-1.png").resolve("full"));
        StringWriter out = new StringWriter();
        StringWriter told = new StringWriter();
        try (PixelTextReader reader = PixelTextReader.open()) {
            FileScan scan = new FileScan(TextDetectors.standard(), reader, header -> false);
            new FolderScan(scan, folder, new RuleProposal(), pictures).run(List.of(image), 1, out, () -> {
            }).print(new PrintWriter(told));
        }
        JsonNode line = new ObjectMapper().readTree(out.toString().split("\n")[0]);
        assertThat(line.get("pictures")).hasSize(1);
        assertThat(line.get("picturesFailed").asInt()).isEqualTo(1);
        assertThat(told.toString()).contains("1 pictures could not be drawn or written");
    }

    @Test
    void pixelsOfAProvedTypeAreNotLookedAtAgain() throws IOException {
        Path image = folder.resolve("a.dcm");
        DicomWriter.write(image, image(), TransferSyntax.EXPLICIT_LE);
        try (PixelTextReader reader = PixelTextReader.open()) {
            FileScan.Result result = new FileScan(TextDetectors.standard(), reader, header -> true).scan(image);
            assertThat(result.outcome()).isEqualTo("tags-only");
            assertThat(result.reason()).isEqualTo("IMAGE_TYPE_PROVED");
            assertThat(result.findings()).noneMatch(f -> f instanceof ScanFinding.InPixels);
        }
    }

    private static Dataset image() {
        byte[] overlay = new byte[SIDE * SIDE / 8];
        byte[] picture = drawn("ZELENKA 4471823", 200);
        for (int i = 0; i < picture.length; i++) {
            if (picture[i] < 0) {
                overlay[i / 8] |= (byte) (1 << i % 8);
            }
        }
        return Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7").set("SOPInstanceUID", "1.2.3.4")
                .set("PatientName", "ZELENKA^IVO").set("PatientID", "4471823").set("Modality", "OT")
                .set("SamplesPerPixel", 1).set("PhotometricInterpretation", "MONOCHROME2").set("Rows", SIDE)
                .set("Columns", SIDE).set("BitsAllocated", 8).set("BitsStored", 8).set("HighBit", 7)
                .set("PixelRepresentation", 0).set(0x60000010, Vr.US, SIDE).set(0x60000011, Vr.US, SIDE)
                .bytes(0x60003000, Vr.OW, overlay).bytes(Tag.PIXEL_DATA, Vr.OB, drawn("ZELENKA IVO", 40)).build();
    }

    private static byte[] drawn(String text, int y) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        g.drawString(text, 30, y);
        g.dispose();
        return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    }
}
