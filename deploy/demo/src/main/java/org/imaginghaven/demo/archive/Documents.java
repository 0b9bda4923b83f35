package org.imaginghaven.demo.archive;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.imaginghaven.demo.archive.Truth.Kind;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.TransferSyntax;
import org.imaginghaven.dicom.Vr;

/** What people wrote: structured reports, letters as PDF, forms that were filled in and scanned. */
final class Documents {

    private static final String SR_CLASS = "1.2.840.10008.5.1.4.1.1.88.11";
    private static final String PDF_CLASS = "1.2.840.10008.5.1.4.1.1.104.1";
    private static final String SC_CLASS = "1.2.840.10008.5.1.4.1.1.7";
    private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";

    private Documents() {
    }

    /** A basic text report with names, a date and a phone number in its findings. */
    static List<MadeFile> report(Visit visit, String description) {
        Person person = visit.person();
        Sheet sheet = CommonElements.begin(visit, SR_CLASS, "SR", visit.uid(), 90, 1, description);
        Vendor.CALEDON.addDevice(sheet, visit, "Reporter");
        String author = family(visit.performer());
        String title = person.female() ? "Mrs " : "Mr ";
        String name = CommonElements.plain(person);
        sheet.set("ValueType", "CONTAINER").set("ContinuityOfContent", "SEPARATE").set("CompletionFlag", "COMPLETE")
                .set("VerificationFlag", "VERIFIED")
                .item("ConceptNameCodeSequence", code("18748-4", "LN", "Diagnostic imaging report"))
                .item("VerifyingObserverSequence", observer -> observer
                        .name("VerifyingObserverName", Kind.STAFF_NAME, visit.performer())
                        .plant("VerifyingOrganization", Kind.SITE, visit.hospital().title())
                        .plant("VerificationDateTime", Kind.DATE, visit.dicomDate() + visit.time()));
        textItem(sheet, "121060", "History", "Referred by Dr " + family(visit.referrer()) + ". " + title + name
                + " has had a cough since " + visit.writtenDate() + ".",
                Sheet.id(Kind.STAFF_NAME, family(visit.referrer())), Sheet.id(Kind.NAME, name),
                Sheet.id(Kind.DATE, visit.writtenDate()));
        textItem(sheet, "121071", "Finding", "There is a 12 mm nodule in the right upper lobe. No pleural effusion.");
        textItem(sheet, "121077", "Conclusion",
                "Probable granuloma; repeat in three months. Telephoned to " + person.phone() + " by Dr " + author
                        + ".",
                Sheet.id(Kind.PHONE, person.phone()), Sheet.id(Kind.STAFF_NAME, author));
        sheet.item("ContentSequence", item -> item.set("RelationshipType", "HAS OBS CONTEXT").set("ValueType", "PNAME")
                .item("ConceptNameCodeSequence", code("121008", "DCM", "Person Observer Name"))
                .name("PersonName", Kind.STAFF_NAME, visit.performer()));
        return List.of(ImageStudies.made(visit, "SR", 90, 1, sheet, TransferSyntax.EXPLICIT_LE));
    }

    private static void textItem(Sheet sheet, String code, String meaning, String text,
            Truth.Identifier... identifiers) {
        sheet.item("ContentSequence", item -> item.set("RelationshipType", "CONTAINS").set("ValueType", "TEXT")
                .item("ConceptNameCodeSequence", code(code, "DCM", meaning)).text("TextValue", text, identifiers));
    }

    private static java.util.function.Consumer<Sheet> code(String value, String scheme, String meaning) {
        return item -> item.set("CodeValue", value).set("CodingSchemeDesignator", scheme).set("CodeMeaning", meaning);
    }

    /** A clinic letter inside a DICOM file. */
    static List<MadeFile> letter(Visit visit) throws IOException {
        Person person = visit.person();
        Sheet sheet = CommonElements.begin(visit, PDF_CLASS, "DOC", visit.uid(), 91, 1, "CLINIC LETTER");
        Vendor.CALEDON.addDevice(sheet, visit, "Letterbox");
        String full = person.given() + " " + CommonElements.plain(person);
        List<String> lines = List.of(visit.hospital().title(), "", "Re: " + full,
                "Born " + person.birth() + "   CHI " + person.chis().getFirst(), person.address(), person.postcode(),
                "",
                "Thank you for sending this patient to our clinic on " + visit.writtenDate() + ".",
                "The scan shows no change. We will telephone " + person.phone() + ".", "",
                "Dr " + visit.performer().split("\\^")[1] + " " + family(visit.performer()));
        sheet.note(Kind.NAME, full, "document").note(Kind.DATE, person.birth().toString(), "document")
                .note(Kind.PATIENT_ID, person.chis().getFirst(), "document")
                .note(Kind.ADDRESS, person.address(), "document").note(Kind.POSTCODE, person.postcode(), "document")
                .note(Kind.DATE, visit.writtenDate(), "document").note(Kind.PHONE, person.phone(), "document")
                .note(Kind.STAFF_NAME, family(visit.performer()), "document");
        sheet.set("BurnedInAnnotation", "YES").text("DocumentTitle", "Letter about " + full, Sheet.id(Kind.NAME, full))
                .set("MIMETypeOfEncapsulatedDocument", "application/pdf").set("ConversionType", "WSD")
                .bytes(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, pdf(lines, visit));
        return List.of(ImageStudies.made(visit, "DOC", 91, 1, sheet, TransferSyntax.EXPLICIT_LE));
    }

    private static byte[] pdf(List<String> lines, Visit visit) throws IOException {
        try (PDDocument document = new PDDocument(); InputStream font = Lettering.font()) {
            // without an identifier of its own it would be made from the time of day
            document.setDocumentId(visit.random().nextLong() & Long.MAX_VALUE);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font type = PDType0Font.load(document, font);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(type, 12);
                content.setLeading(18);
                content.newLineAtOffset(60, 760);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A consent form, scanned: plain bytes or JPEG by turns; its file is named after the patient. */
    static List<MadeFile> scannedForm(Visit visit) throws IOException {
        Person person = visit.person();
        Sheet sheet = CommonElements.begin(visit, SC_CLASS, "OT", visit.uid(), 92, 1, "SCANNED FORM");
        Vendor.CALEDON.addDevice(sheet, visit, "Deskscan");
        List<String> lines = List.of("Surname: " + person.familyUpper(), "Forename: " + person.given(),
                "Date of birth: " + person.birth(), "CHI number: " + person.chis().getFirst(),
                "Address: " + person.address(), "Postcode: " + person.postcode(), "Telephone: " + person.phone(),
                "Date: " + visit.writtenDate());
        sheet.note(Kind.NAME, person.familyUpper(), "pixels").note(Kind.NAME, person.given(), "pixels")
                .note(Kind.DATE, person.birth().toString(), "pixels")
                .note(Kind.PATIENT_ID, person.chis().getFirst(), "pixels")
                .note(Kind.ADDRESS, person.address(), "pixels")
                .note(Kind.POSTCODE, person.postcode(), "pixels").note(Kind.PHONE, person.phone(), "pixels")
                .note(Kind.DATE, visit.writtenDate(), "pixels");
        BufferedImage page = Phantom.form(600, 500, "CONSENT TO X-RAY EXAMINATION", lines, visit.random());
        sheet.set("ConversionType", "SD").set("ImageType", "DERIVED", "SECONDARY").set("SeriesDescription", "Consent");
        ImageStudies.pixels(sheet, 600, 500, 8, "MONOCHROME2", 1);
        boolean compressed = visit.person().quirk().ordinal() % 2 == 1;
        if (compressed) {
            sheet.set("LossyImageCompression", "01").set("LossyImageCompressionMethod", "ISO_10918_1")
                    .set("LossyImageCompressionRatio", "8").frames(List.of(jpeg(page)));
        } else {
            sheet.bytes(Tag.PIXEL_DATA, Vr.OB, Phantom.grey(page));
        }
        String file = CommonElements.plain(person) + "_" + person.given().toUpperCase(Locale.ROOT) + "_consent.dcm";
        sheet.note(Kind.NAME, CommonElements.plain(person), "path").note(Kind.NAME, person.givenUpper(), "path");
        return List.of(new MadeFile(visit, "OT", "scans/" + visit.date().getYear(), file, sheet,
                compressed ? TransferSyntax.of(JPEG_BASELINE) : TransferSyntax.EXPLICIT_LE));
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, null));
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static String family(String dicomName) {
        return dicomName.split("\\^")[0];
    }
}
