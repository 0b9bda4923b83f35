package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Element;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.nlp.document.DocumentReader;
import org.imaginghaven.nlp.sr.StructuredReport;
import org.jspecify.annotations.Nullable;

/** The text of a report in the archive: a structured report, or a document inside a DICOM file. */
final class ReportText {

    /** SQL: which SOP classes are reports (PS3.4 B.5: 88 structured reports, 104 encapsulated documents). */
    static final String IS_REPORT = "(i.sop_class_uid like '1.2.840.10008.5.1.4.1.1.88.%'"
            + " or i.sop_class_uid like '1.2.840.10008.5.1.4.1.1.104.%')";

    private static final int MIME_TYPE = 0x00420012;
    private static final int LONGEST = 1_000_000;
    private static final int MOST_BYTES = 64 << 20;

    private ReportText() {
    }

    /** @throws IOException when it holds no text that can be read; the message names no value */
    static String of(Path path) throws IOException {
        try (DicomFile file = DicomFile.read(path)) {
            Dataset dataset = file.dataset();
            if (StructuredReport.isOne(dataset)) {
                return StructuredReport.read(dataset).text();
            }
            String type = dataset.string(MIME_TYPE, "");
            return DocumentReader.read(document(file, dataset.get(Tag.ENCAPSULATED_DOCUMENT)), type, LONGEST)
                    .narrative();
        } catch (IllegalArgumentException broken) {
            throw new IOException("a report whose content tree is broken");
        }
    }

    private static byte[] document(DicomFile file, @Nullable Element element) throws IOException {
        return switch (element) {
            case Element.Value value ->
                Arrays.copyOfRange(value.array(), value.offset(), value.offset() + value.length());
            case Element.Bulk bulk -> file.bytes(bulk, MOST_BYTES);
            case null, default -> throw new IOException("a report without a content tree or a document");
        };
    }
}
