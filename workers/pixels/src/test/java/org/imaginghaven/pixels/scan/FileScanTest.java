package org.imaginghaven.pixels.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DatasetBuilder;
import org.imaginghaven.dicom.DicomWriter;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.pixels.WithReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileScanTest extends WithReader {

    private static final int SIDE = 256;

    @TempDir
    private Path folder;

    @Test
    void everyFrameOfAnOverlayIsLookedAtAlsoWhereTheFileHasNoPixels() throws IOException {
        byte[] overlay = new byte[2 * SIDE * SIDE / 8];
        byte[] second = ((DataBufferByte) drawn("ZELENKA 4471823").getRaster().getDataBuffer()).getData();
        for (int i = 0; i < second.length; i++) {
            if (second[i] < 0) {
                overlay[(second.length + i) / 8] |= (byte) (1 << i % 8);
            }
        }
        FileScan.Result result = scan(patient().set(0x60000010, Vr.US, SIDE).set(0x60000011, Vr.US, SIDE)
                .set(0x60000015, Vr.IS, "2").bytes(0x60003000, Vr.OW, overlay));
        assertThat(result.outcome()).isEqualTo("scanned");
        assertThat(inPictures(result)).isNotEmpty()
                .allMatch(found -> found.place().equals("overlay") && found.frame() == 1);
    }

    @Test
    void peopleAndNumbersNamedElsewhereInTheFileAreFoundInItsTexts() throws IOException {
        FileScan.Result result = scan(patient().set("ReferringPhysicianName", "Wexcombe^Ida")
                .set("ResponsiblePerson", "Tarrant^Jory").set("AccessionNumber", "QX41882")
                .set("ImageComments", "wexcombe agrees, tarrant was told of qx-41882"));
        assertThat(result.findings()).filteredOn(found -> found.place().equals("ImageComments"))
                .extracting(ScanFinding::kind)
                .containsExactly("STAFF_NAME", "RELATIVE_NAME", "PATIENT_ID");
        assertThat(result.findings()).filteredOn(ScanFinding.InTag.class::isInstance)
                .allSatisfy(found -> assertThat(((ScanFinding.InTag) found).rule()).isNotBlank());
    }

    @Test
    void privateTextOfUnknownVrAndAgesOver89AreFound() throws IOException {
        FileScan.Result result = scan(patient().set("PatientAge", "093Y").set(0x00110010, Vr.LO, "SKERRY 1")
                .bytes(0x00111001, Vr.UN, "asked for by zelenka\0".getBytes(StandardCharsets.US_ASCII))
                .bytes(0x00111002, Vr.UN, "\1of Mr Ambrose\2".getBytes(StandardCharsets.US_ASCII)));
        assertThat(result.findings()).extracting(found -> found.place() + " " + found.kind())
                .contains("PatientAge AGE90", "00111001 PATIENT_NAME").noneMatch(found -> found.startsWith("00111002"));
        assertThat(scan(patient().set("PatientAge", "089Y")).findings())
                .noneMatch(found -> found.kind().equals("AGE90"));
    }

    @Test
    void whatTheFileNamesIsFoundInCodesNumbersAndBytesToo() throws IOException {
        FileScan.Result result = scan(patient().set("StationAETitle", "ZELENKA_CT").set("SeriesDescription", "AXIAL")
                .set("ImageType", "DERIVED\\ZELENKA").set("SeriesNumber", "17").set("BodyPartExamined", "CHEST")
                .set(0x00110010, Vr.LO, "SKERRY 1")
                .bytes(0x00111001, Vr.OB, "\1\0\7zelenka\0\2\3".getBytes(StandardCharsets.US_ASCII)));
        assertThat(result.findings()).extracting(found -> found.place() + " " + found.kind())
                .contains("ImageType PATIENT_NAME", "StationAETitle PATIENT_NAME", "00111001 PATIENT_NAME")
                .noneMatch(found -> found.startsWith("BodyPart") || found.startsWith("SeriesNumber"));
        assertThat(result.findings()).filteredOn(found -> found.place().equals("00111001"))
                .extracting(found -> ((ScanFinding.InTag) found).start()).containsExactly(3);
    }

    @Test
    void anOverlayThatIsShorterThanItSaysIsAFinding() throws IOException {
        FileScan.Result result = scan(patient().set(0x60000010, Vr.US, SIDE).set(0x60000011, Vr.US, SIDE)
                .bytes(0x60003000, Vr.OW, new byte[100]));
        assertThat(result.outcome()).isEqualTo("unjudged");
        assertThat(result.findings()).contains(new ScanFinding.Undecoded("overlay", "MALFORMED"));
    }

    @Test
    void pixelsThatCannotBeDecodedAreAFindingBesideThoseInTags() throws IOException {
        FileScan.Result result = scan(patient().set("SamplesPerPixel", 1)
                .set("PhotometricInterpretation", "MONOCHROME2").set("Rows", SIDE).set("Columns", SIDE)
                .set("BitsAllocated", 8).set("BitsStored", 8).set("HighBit", 7).set("PixelRepresentation", 0)
                .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[40]));
        assertThat(result.outcome()).isEqualTo("unjudged");
        assertThat(result.findings()).contains(new ScanFinding.Undecoded("pixels", "MALFORMED"));
        assertThat(result.findings()).anyMatch(found -> found.kind().equals("PATIENT_NAME"));
    }

    @Test
    void aDocumentIsReadAndItsScannedPageIsLookedAt() throws IOException {
        FileScan.Result result = scan(document(pdf(), "application/pdf"));
        assertThat(result.outcome()).isEqualTo("scanned");
        assertThat(result.findings()).anyMatch(
                found -> found instanceof ScanFinding.InDocument && found.kind().equals("PATIENT_NAME"));
        assertThat(inPictures(result)).isNotEmpty()
                .allMatch(found -> found.place().equals("page") && found.frame() == 1);
    }

    @Test
    void aDocumentThatCannotBeReadIsAFindingThatQuotesNothing() throws IOException {
        FileScan.Result result = scan(
                document("%PDF-1.4 Zelenka".getBytes(StandardCharsets.US_ASCII), "application/pdf"));
        assertThat(result.outcome()).isEqualTo("unjudged");
        assertThat(result.findings()).anyMatch(found -> found instanceof ScanFinding.Undecoded lost
                && lost.place().equals("document") && lost.reason().startsWith("a document that cannot be read ("));
    }

    @Test
    void whatTheDocumentsPropertiesSayIsFoundWhereItStands() throws IOException {
        FileScan.Result result = scan(document(pdf(), "application/pdf"));
        assertThat(result.findings()).filteredOn(ScanFinding.InDocument.class::isInstance)
                .extracting(found -> found.place() + " " + found.kind())
                .contains("document PATIENT_NAME", "document.title PATIENT_NAME", "document.author STAFF_NAME");
    }

    @Test
    void aClinicalDocumentIsJudgedAndWhomItNamesIsLookedForInItsNarrative() throws IOException {
        FileScan.Result result = scan(document("""
                <ClinicalDocument xmlns="urn:hl7-org:v3"><recordTarget><patientRole><patient>
                <name><given>Elspet</given><family>Ardmannoch</family></name></patient></patientRole></recordTarget>
                <component><structuredBody><component><section><text>ardmannoch walks well</text></section></component>
                </structuredBody></component></ClinicalDocument>""".getBytes(StandardCharsets.UTF_8), "text/XML"));
        assertThat(result.outcome()).isEqualTo("scanned");
        assertThat(result.findings()).filteredOn(ScanFinding.InDocument.class::isInstance)
                .extracting(found -> found.place() + " " + found.kind())
                .containsExactlyInAnyOrder("document.recordTarget PATIENT_NAME", "document PATIENT_NAME");
    }

    @Test
    void plainTextIsJudged() throws IOException {
        FileScan.Result result = scan(document("zelenka came late".getBytes(StandardCharsets.UTF_8), "text/plain"));
        assertThat(result.outcome()).isEqualTo("scanned");
        assertThat(result.findings()).anyMatch(found -> found instanceof ScanFinding.InDocument in
                && in.kind().equals("PATIENT_NAME") && in.part().equals("text") && in.start() == 0 && in.end() == 7);
    }

    @Test
    void aDocumentOfAnotherTypeIsNotJudgedAndOnlyAKnownTypeIsTold() throws IOException {
        FileScan.Result solid = scan(document("solid Zelenka".getBytes(StandardCharsets.UTF_8), "model/stl"));
        assertThat(solid.outcome()).isEqualTo("unjudged");
        assertThat(solid.reason()).startsWith("a document of type model/stl, which is not read");
        FileScan.Result odd = scan(document("Zelenka".getBytes(StandardCharsets.UTF_8), "model/zelenka"));
        assertThat(odd.outcome()).isEqualTo("unjudged");
        assertThat(odd.reason()).startsWith("a document of a type that is not read");
    }

    @Test
    void aLongTextIsRefusedBeforeItIsTakenIntoMemory() throws IOException {
        FileScan.Result result = scan(document(new byte[40_000_002], "text/plain"));
        assertThat(result.outcome()).isEqualTo("unjudged");
        assertThat(result.reason()).isEqualTo("TOO_LARGE");
    }

    @Test
    void aPictureInsideARichTextIsLookedAt() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(drawn("ZELENKA 4471823"), "png", png);
        String rich = "{\\rtf1\\ansi Letter {\\pict\\pngblip " + HexFormat.of().formatHex(png.toByteArray())
                + "}\\par}";
        FileScan.Result result = scan(document(rich.getBytes(StandardCharsets.US_ASCII), "text/rtf"));
        assertThat(result.outcome()).isEqualTo("scanned");
        assertThat(inPictures(result)).isNotEmpty().allMatch(found -> found.place().equals("picture"));
    }

    @Test
    void aFileInsideThatIsNotReadLeavesTheDocumentUnjudged() throws IOException {
        String rich = "{\\rtf1\\ansi Letter {\\pict\\wmetafile8 0100090000}\\par}";
        FileScan.Result result = scan(document(rich.getBytes(StandardCharsets.US_ASCII), "text/rtf"));
        assertThat(result.outcome()).isEqualTo("unjudged");
        assertThat(result.reason()).isEqualTo("a file inside the document that cannot be read");
    }

    private FileScan.Result scan(DatasetBuilder dataset) throws IOException {
        Path file = folder.resolve("a.dcm");
        DicomWriter.write(file, dataset.build(), TransferSyntax.EXPLICIT_LE);
        return new FileScan(TextDetectors.standard(), reader, header -> false).scan(file);
    }

    private static List<ScanFinding.InPixels> inPictures(FileScan.Result result) {
        return result.findings().stream().filter(ScanFinding.InPixels.class::isInstance)
                .map(ScanFinding.InPixels.class::cast).toList();
    }

    private static DatasetBuilder patient() {
        return Dataset.builder().set("SOPClassUID", "1.2.840.10008.5.1.4.1.1.7").set("SOPInstanceUID", "1.2.3.4")
                .set("PatientName", "ZELENKA^IVO").set("PatientID", "4471823").set("Modality", "OT");
    }

    private static DatasetBuilder document(byte[] bytes, String type) {
        return patient().bytes(0x00420011, Vr.OB, bytes).set(0x00420012, Vr.LO, type);
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage first = new PDPage(PDRectangle.A6);
            PDPage second = new PDPage(PDRectangle.A6);
            document.addPage(first);
            document.addPage(second);
            try (PDPageContentStream content = new PDPageContentStream(document, first)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(30, 300);
                content.showText("Seen today: Ivo Zelenka, no complaints.");
                content.endText();
            }
            try (PDPageContentStream content = new PDPageContentStream(document, second)) {
                content.drawImage(LosslessFactory.createFromImage(document, drawn("ZELENKA 4471823")), 20, 100);
            }
            document.getDocumentInformation().setTitle("Letter for zelenka");
            document.getDocumentInformation().setAuthor("Wexcombe");
            document.save(out);
            return out.toByteArray();
        }
    }

    private static BufferedImage drawn(String text) {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 20));
        g.drawString(text, 20, 120);
        g.dispose();
        return image;
    }
}
