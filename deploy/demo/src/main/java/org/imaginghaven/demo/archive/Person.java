package org.imaginghaven.demo.archive;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A patient who does not exist.
 *
 * @param label {@code P0001} and so on, for {@code truth.json} alone
 * @param chis one CHI, or the older and the newer of somebody who was registered twice
 * @param quirk what is odd about this patient's files
 * @param writing how the name is written in DICOM
 */
record Person(String label, String family, String given, boolean female, LocalDate birth, List<String> chis, String nhs,
        String localId, String address, String postcode, String phone, String relative, Quirk quirk, Writing writing) {

    /** What is odd about a patient's files, one of these by turns. */
    enum Quirk {
        PHONE_IN_COMMENTS, TWO_CHIS, NAME_IN_PRIVATE_TEXT, TYPING_ERROR, SURNAME_IN_DESCRIPTION, INFANT, CHI_IN_DESCRIPTION, BLANK_ID, INVALID_ID, VERY_OLD, NEWBORN, NAME_AS_ID
    }

    /** How the name is written. */
    enum Writing {
        ASCII, UTF_8, LATIN_1, JAPANESE
    }

    private static final DateTimeFormatter DICOM = DateTimeFormatter.BASIC_ISO_DATE;

    String familyUpper() {
        return family.toUpperCase(Locale.ROOT);
    }

    String givenUpper() {
        return given.toUpperCase(Locale.ROOT);
    }

    /** {@code FAMILY^GIVEN}. */
    String dicomName() {
        return familyUpper() + "^" + givenUpper();
    }

    String birthDicom() {
        return DICOM.format(birth);
    }

    /** What stands in PatientID at a visit: the number, or what was typed instead. */
    String patientId(int visit) {
        return switch (quirk) {
            case BLANK_ID -> visit % 2 == 0 ? "" : "UNKNOWN";
            case INVALID_ID -> HealthNumbers.broken(chis.getFirst());
            case NAME_AS_ID -> familyUpper() + birthDicom().substring(2);
            case NEWBORN -> localId;
            case VERY_OLD -> nhs;
            case TWO_CHIS -> chis.get(Math.min(visit, chis.size() - 1));
            case PHONE_IN_COMMENTS, NAME_IN_PRIVATE_TEXT, TYPING_ERROR, SURNAME_IN_DESCRIPTION, INFANT,
                    CHI_IN_DESCRIPTION ->
                chis
                        .getFirst();
        };
    }

    Truth.Patient truth(List<String> controllers) {
        return new Truth.Patient(label, chis, nhs, localId, family, given, birth.toString(), female ? "F" : "M",
                controllers, address, postcode, phone);
    }
}
