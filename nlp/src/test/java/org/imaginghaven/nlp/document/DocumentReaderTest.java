package org.imaginghaven.nlp.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.imaginghaven.nlp.FindingKind;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private static final byte[] RICH = "{\\rtf1\\ansi Report of \\b Mrs Garvock\\b0 .\\par Normal chest.}"
            .getBytes(StandardCharsets.US_ASCII);

    @Test
    void richTextIsRead() throws IOException {
        assertThat(read(RICH, "text/rtf").narrative()).contains("Mrs Garvock").contains("Normal chest");
        assertThat(read(RICH, "").narrative()).contains("Normal chest");
    }

    @Test
    void groupsOfRichTextThatNobodySeesAreRead() throws IOException {
        DocumentContent content = read(
                """
                        {\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Tolquhon Sans;}}
                        {\\info{\\title Letter on Garv\\'f3ck}{\\author I Wexcombe}{\\operator J Tarrant}{\\doccomm seen \\u8211- late}}
                        {\\*\\userprops{\\propname Ward}\\proptype30{\\staticval Skerry House}}{\\*\\docvar {Owner}{Quillan}}
                        Body {\\*\\bkmkstart Ardmannoch}x{\\*\\bkmkend Ardmannoch}
                        {\\shp{\\*\\shpinst{\\sp{\\sn wzDescription}{\\sv Stamp of Polwarth}}}}{\\*\\objdata 4d5a9000}\\par}""",
                "application/rtf");
        assertThat(texts(content, "title")).containsExactly("Letter on Garvóck");
        assertThat(content.parts()).contains(
                new DocumentContent.Part("author", "I Wexcombe", Optional.of(FindingKind.STAFF_NAME)),
                new DocumentContent.Part("author", "J Tarrant", Optional.of(FindingKind.STAFF_NAME)));
        assertThat(texts(content, "comment")).containsExactly("seen \u2013 late");
        assertThat(texts(content, "property")).anyMatch(text -> text.contains("Skerry House"))
                .anyMatch(text -> text.contains("Quillan"));
        assertThat(texts(content, "bookmark")).containsExactly("Ardmannoch");
        assertThat(texts(content, "alternative")).containsExactly("Stamp of Polwarth");
        assertThat(content.parts()).noneMatch(part -> part.text().contains("Sans") || part.text().contains("4d5a"));
    }

    @Test
    void whatAParserLeavesOutOfABrokenRichTextIsReadAllTheSame() throws IOException {
        DocumentContent broken = read("{\\rtf1\\ansi Seen: Mr Garvock\\bin9 \\par}", "text/rtf");
        assertThat(broken.parts()).anyMatch(part -> part.text().contains("Mr Garvock"));
        assertThat(texts(read(RICH, "text/rtf"), "rest")).isEmpty();
    }

    @Test
    void propertiesNotesFieldsBookmarksAndAttachmentsOfAPdfAreRead() throws IOException {
        DocumentContent content = read(pdf(), "application/pdf");
        assertThat(texts(content, "title")).containsExactly("Letter on Garvock");
        assertThat(texts(content, "subject")).containsExactly("Knee of Garvock");
        assertThat(texts(content, "keywords")).containsExactly("Garvock; knee");
        assertThat(content.parts())
                .contains(new DocumentContent.Part("author", "Wexcombe", Optional.of(FindingKind.STAFF_NAME)));
        assertThat(texts(content, "annotation")).contains("ask Tolquhon", "Tarrant");
        assertThat(texts(content, "field")).contains("Quillan", "surname");
        assertThat(texts(content, "bookmark")).contains("Page of Polwarth");
        assertThat(texts(content, "attachment")).contains("skerry.txt", "note of Ardmannoch");
        assertThat(texts(content, "property")).anyMatch(text -> text.contains("Lossit"))
                .anyMatch(text -> text.contains("Ward: Balgown"));
        assertThat(texts(content, DocumentContent.TEXT)).anyMatch(text -> text.contains("Kilphedir"));
        assertThat(content.narrative()).contains("ask Tolquhon", "Quillan").doesNotContain("Letter on");
        assertThat(content.unread()).isEmpty();
    }

    @Test
    void aFileInsideThatIsNotReadIsTold() throws IOException {
        byte[] document = attached("application/octet-stream", new byte[]{1, 2, 3});
        assertThat(read(document, "application/pdf").unread())
                .containsExactly("a file inside the document that cannot be read");
    }

    @Test
    void aClinicalDocumentIsReadByWhatItsElementsAre() throws IOException {
        DocumentContent content = read(CLINICAL.formatted("text/plain",
                Base64.getMimeEncoder().encodeToString("Attached words".getBytes(StandardCharsets.UTF_8))), "text/XML");
        assertThat(content.parts()).contains(
                new DocumentContent.Part("recordTarget", "Ivo Garvock", Optional.of(FindingKind.PATIENT_NAME)),
                new DocumentContent.Part("recordTarget", "3371", Optional.of(FindingKind.PATIENT_ID)),
                new DocumentContent.Part("recordTarget", "19510203", Optional.of(FindingKind.BIRTH_DATE)),
                new DocumentContent.Part("recordTarget", "7 Mill Brae Lossit", Optional.of(FindingKind.ADDRESS)),
                new DocumentContent.Part("recordTarget", "tel:+441632960001", Optional.of(FindingKind.PHONE)),
                new DocumentContent.Part("recordTarget", "Una Garvock", Optional.of(FindingKind.RELATIVE_NAME)),
                new DocumentContent.Part("author", "Tolquhon", Optional.of(FindingKind.STAFF_NAME)),
                new DocumentContent.Part("author", "Skerry Infirmary", Optional.of(FindingKind.SITE)),
                new DocumentContent.Part("author", "20190304", Optional.of(FindingKind.DATE)));
        assertThat(content.narrative()).contains("Chest film.\nSeen by Wexcombe & team.\n").contains("Attached words")
                .doesNotContain("Ivo");
        assertThat(texts(content, "comment")).containsExactly(" typed by Quillan ");
        assertThat(texts(content, "element")).anyMatch(text -> text.contains("original text: shadow of Polwarth"))
                .noneMatch(text -> text.contains("2.16.840"));
    }

    @Test
    void otherXmlIsReadAsLabelledLines() throws IOException {
        DocumentContent content = read(
                "<?xml version='1.0'?><r><patientName>Garvock</patientName><x who='Tolquhon'/></r>\0",
                "application/xml");
        assertThat(content.narrative()).contains("patient name: Garvock").contains("who: Tolquhon");
    }

    @Test
    void declarationsInXmlAreRefused() {
        assertThatThrownBy(() -> read("<!DOCTYPE r [<!ENTITY a 'Garvock'>]><r>&a;</r>", "text/xml"))
                .hasMessage("an XML document with declarations of its own, which are not read");
        assertThatThrownBy(() -> read("<r>Garvock", "text/xml")).hasMessageNotContaining("Garvock")
                .hasMessageStartingWith("a document that cannot be read (");
        assertThatThrownBy(() -> read("<r>".repeat(600), "text/xml"))
                .hasMessageStartingWith("a document that cannot be read (");
    }

    @Test
    void plainTextIsReadInItsCharacterSet() throws IOException {
        for (Charset set : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            assertThat(read("Seen: Garvóck\r\n\0".getBytes(set), "text/plain; charset=x").narrative())
                    .isEqualTo("Seen: Garvóck\r\n");
        }
        byte[] wide = "\ufeffGarvóck".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(wide, "text/plain").narrative()).isEqualTo("Garvóck");
        assertThatThrownBy(() -> read("solid \1\2\0x", "text/plain"))
                .hasMessage("a document that is said to be text and is none");
    }

    @Test
    void whatCannotBeReadIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> read("Garvock", "application/garvock"))
                .isInstanceOf(IOException.class)
                .hasMessage("a document of a type that is not read; PDF, RTF, XML and plain text are");
        assertThatThrownBy(() -> read("solid Garvock", "model/STL"))
                .hasMessage("a document of type model/stl, which is not read; PDF, RTF, XML and plain text are");
        assertThatThrownBy(() -> read("%PDF-1.4 Garvock", "application/pdf"))
                .isInstanceOf(IOException.class).hasMessageNotContaining("Garvock");
        byte[] document = ("{\\rtf1\\ansi " + "word ".repeat(100) + "}").getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> DocumentReader.read(document, "text/rtf", 50))
                .hasMessage("a document of more than 50 characters");
        assertThatThrownBy(() -> DocumentReader.read("<r>word</r>".repeat(1).getBytes(StandardCharsets.UTF_8),
                "text/xml", 5)).hasMessage("a document of more than 5 characters");
    }

    @Test
    void sharedDocumentsAreRead() throws IOException {
        Path folder = Path.of(System.getProperty("haven.repository", "..")).resolve("../shared/data/encapsulated-pdf")
                .normalize();
        assumeTrue(Files.isDirectory(folder), "the shared documents are not beside the repository");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".pdf")).toList()) {
                assertThat(read(Files.readAllBytes(file), "application/pdf").narrative()).isNotNull();
            }
        }
    }

    private static DocumentContent read(byte[] document, String type) throws IOException {
        return DocumentReader.read(document, type, 1_000_000);
    }

    private static DocumentContent read(String document, String type) throws IOException {
        return read(document.getBytes(StandardCharsets.UTF_8), type);
    }

    private static List<String> texts(DocumentContent content, String place) {
        return content.parts().stream().filter(part -> part.place().equals(place)).map(DocumentContent.Part::text)
                .toList();
    }

    private static byte[] attached(String type, byte[] bytes) throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            attach(pdf, type, bytes);
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void attach(PDDocument pdf, String type, byte[] bytes) throws IOException {
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile("skerry.txt");
        file.setFileDescription("note of Ardmannoch");
        PDEmbeddedFile embedded = new PDEmbeddedFile(pdf, new ByteArrayInputStream(bytes));
        embedded.setSubtype(type);
        file.setEmbeddedFile(embedded);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("1", file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        pdf.getDocumentCatalog().setNames(names);
    }

    private static byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            PDDocumentInformation info = pdf.getDocumentInformation();
            info.setTitle("Letter on Garvock");
            info.setAuthor("Wexcombe");
            info.setSubject("Knee of Garvock");
            info.setKeywords("Garvock; knee");
            info.setCustomMetadataValue("Ward", "Balgown");
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("ask Tolquhon");
            note.setTitlePopup("Tarrant");
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            page.setAnnotations(List.of(note));
            PDAcroForm form = new PDAcroForm(pdf);
            pdf.getDocumentCatalog().setAcroForm(form);
            PDTextField field = new PDTextField(form);
            field.setPartialName("surname");
            field.getCOSObject().setString(COSName.V, "Quillan");
            form.setFields(List.of(field));
            PDDocumentOutline outline = new PDDocumentOutline();
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle("Page of Polwarth");
            pdf.getDocumentCatalog().setDocumentOutline(outline);
            outline.addLast(item);
            pdf.getDocumentCatalog().setMetadata(new PDMetadata(pdf, new ByteArrayInputStream("""
                    <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>
                    <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
                    <rdf:Description rdf:about='' xmlns:own='http://own/' own:operator='Lossit'/></rdf:RDF></x:xmpmeta>
                    <?xpacket end='w'?>""".getBytes(StandardCharsets.UTF_8))));
            attach(pdf, "text/plain", "Kilphedir was here".getBytes(StandardCharsets.UTF_8));
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static final String CLINICAL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <ClinicalDocument xmlns="urn:hl7-org:v3"><id root="2.16.840.1.113883.19.5" extension="c266"/>
            <!-- typed by Quillan -->
            <recordTarget><patientRole><id root="2.16.840.1" extension="3371"/>
            <addr><streetAddressLine>7 Mill Brae</streetAddressLine><city>Lossit</city></addr>
            <telecom value="tel:+441632960001"/>
            <patient><name><given>Ivo</given><family>Garvock</family></name><birthTime value="19510203"/>
            <guardian><guardianPerson><name>Una <family>Garvock</family></name></guardianPerson></guardian></patient>
            </patientRole></recordTarget>
            <author><time value="20190304"/><assignedAuthor><id extension="GMC7"/>
            <assignedPerson><name><family>Tolquhon</family></name></assignedPerson>
            <representedOrganization><name>Skerry Infirmary</name></representedOrganization></assignedAuthor></author>
            <component><structuredBody><component><section><title>Findings</title>
            <text><paragraph>Chest film.</paragraph><paragraph>Seen by <content>Wexcombe</content> &amp; team.</paragraph></text>
            <entry><observation><code code="1" codeSystem="2.16.840.1.2"/>
            <value><originalText>shadow of Polwarth</originalText></value></observation></entry>
            <entry><observationMedia><value mediaType="%s" representation="B64">%s</value></observationMedia></entry>
            </section></component></structuredBody></component></ClinicalDocument>
            """;
}
