package org.imaginghaven.gate.extract;

import java.io.IOException;
import java.nio.file.Path;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.deid.Deidentifier;
import org.imaginghaven.dicom.deid.TextCleaner;
import org.imaginghaven.dicom.policy.Policy;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.imaginghaven.nlp.sr.SrRedaction;

/**
 * Prepares a structured report whose text may be released. The report is read as a whole, so that a name introduced in one item
 * is known in all; the engine then rewrites each text in place and proves the file like any other.
 */
record ReportRelease(TextDetectors detectors, Policy policy) {

    /** Whether the report can be released with its text. */
    sealed interface Prepared {
    }

    /** @param engine de-identifies this one file */
    record Ready(Deidentifier engine) implements Prepared {
    }

    /** @param reason for the person who looks at it */
    record Held(String reason) implements Prepared {
    }

    /**
     * @param known identifiers of the patient in the archive and the linked tables
     * @param engine what the file would be de-identified with if its text stayed behind
     */
    Prepared of(Path report, KnownIdentifiers known, Deidentifier.Parts engine) throws IOException {
        SrRedaction redaction;
        try (DicomFile file = DicomFile.read(report)) {
            redaction = SrRedaction.of(file.dataset(), detectors, known);
        } catch (IllegalArgumentException broken) {
            return new Held("REPORT_UNREADABLE");
        }
        if (redaction.unresolved() > 0) {
            return new Held("REPORT_CODE_IDENTIFIES");
        }
        TextCleaner whole = (text, place, identifiers) -> engine.cleaner().clean(redaction.text(text), place,
                identifiers);
        return new Ready(new Deidentifier(engine.withPolicy(policy).withCleaner(whole)));
    }
}
