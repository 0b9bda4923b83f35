package org.imaginghaven.dicom.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.imaginghaven.dicom.Dataset;
import org.imaginghaven.dicom.Tag;

/**
 * Who the patient of a file is: a text that is the same for all files of one person. Everything keyed by patient
 * (pseudonym, days of date shift) comes from it and the project key. Empty: the file is quarantined.
 */
@FunctionalInterface
public interface SubjectSource {

    Optional<String> subjectOf(Dataset header);

    /** What it depends on beside the header: a run that goes on must find the same. Empty for nothing. */
    default String basis() {
        return "";
    }

    /**
     * Issuer and PatientID of the header, upper case, without spaces; empty when the PatientID is blank. A CHI or NHS number
     * is one person's in the whole country, so there the issuer, which some machines write and others leave out, does not count.
     */
    static SubjectSource fromHeader() {
        return header -> {
            String id = normal(header.string(Tag.PATIENT_ID, ""));
            if (id.isEmpty()) {
                return Optional.empty();
            }
            String number = id.replace("-", "");
            return Optional.of(isNational(number)
                    ? "|" + number
                    : normal(header.string(Tag.ISSUER_OF_PATIENT_ID, "")) + "|" + id);
        };
    }

    /** Ten digits, the last a modulus 11 check over weights 10 to 2 (NHS Data Dictionary, NHS NUMBER; CHI is built alike). */
    private static boolean isNational(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            sum += (c - '0') * (10 - i);
        }
        // the check digit's own weight is 1, so that a right number sums up to a multiple of 11
        return number.length() == 10 && sum % 11 == 0 && number.chars().distinct().count() > 1;
    }

    /**
     * By a mapping from PatientID (or {@code ISSUER|ID}) to a subject; an id without a row is quarantined. A file whose
     * PatientID is blank is found by its StudyInstanceUID (PS3.3 C.7.2.1), since a study is of one patient.
     */
    static SubjectSource mapping(Map<String, String> subjects) {
        return new SubjectSource() {
            @Override
            public Optional<String> subjectOf(Dataset header) {
                String id = normal(header.string(Tag.PATIENT_ID, ""));
                if (id.isEmpty()) {
                    String study = normal(header.string(Tag.STUDY_INSTANCE_UID, ""));
                    return study.isEmpty() ? Optional.empty() : Optional.ofNullable(subjects.get(study));
                }
                String full = normal(header.string(Tag.ISSUER_OF_PATIENT_ID, "")) + "|" + id;
                return Optional.ofNullable(subjects.getOrDefault(full, subjects.get(id)));
            }

            @Override
            public String basis() {
                return new TreeMap<>(subjects).toString();
            }
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
