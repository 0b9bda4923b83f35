package org.imaginghaven.dicom.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;

/**
 * Who the patient of a file is: a text that is the same for all files of one person. Everything keyed by patient
 * (pseudonym, days of date shift) comes from it and the project key. Empty: the file is quarantined.
 */
@FunctionalInterface
public interface SubjectSource {

    Optional<String> subjectOf(Dataset header);

    /** Issuer and PatientID of the header, upper case, without spaces; empty when the PatientID is blank. */
    static SubjectSource fromHeader() {
        return header -> {
            String id = normal(header.string(Tag.PATIENT_ID, ""));
            return id.isEmpty()
                    ? Optional.empty()
                    : Optional.of(normal(header.string(Tag.ISSUER_OF_PATIENT_ID, "")) + "|" + id);
        };
    }

    /** By a mapping from PatientID (or {@code ISSUER|ID}) to a subject; an id without a row is quarantined. */
    static SubjectSource mapping(Map<String, String> subjects) {
        return header -> {
            String id = normal(header.string(Tag.PATIENT_ID, ""));
            String full = normal(header.string(Tag.ISSUER_OF_PATIENT_ID, "")) + "|" + id;
            return Optional.ofNullable(subjects.getOrDefault(full, subjects.get(id)));
        };
    }

    /** Supplied by the platform: the EUPI of the patient the file was ingested for. */
    static SubjectSource given(String subject) {
        return header -> Optional.of(subject);
    }

    /** The form in which ids are compared. */
    static String normal(String id) {
        StringBuilder kept = new StringBuilder(id.length());
        for (int i = 0; i < id.length(); i++) {
            if (!Character.isWhitespace(id.charAt(i))) {
                kept.append(id.charAt(i));
            }
        }
        return kept.toString().toUpperCase(Locale.ROOT);
    }
}
