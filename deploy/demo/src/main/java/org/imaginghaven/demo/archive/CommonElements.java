package org.imaginghaven.demo.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.imaginghaven.demo.archive.Truth.Kind;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.Vr;

/** What every instance of a visit carries, with the oddities of its patient. */
final class CommonElements {

    private CommonElements() {
    }

    /**
     * A new sheet with patient, study, series and equipment.
     *
     * @param description of the study, to which some patients' names or numbers get added
     */
    static Sheet begin(Visit visit, String sopClass, String modality, String seriesUid, int seriesNumber, int instance,
            String description) {
        Sheet sheet = new Sheet();
        patient(sheet, visit);
        study(sheet, visit, description);
        String uid = visit.uid();
        sheet.set("SOPClassUID", sopClass).plant("SOPInstanceUID", Kind.UID, uid).set("Modality", modality)
                .plant("SeriesInstanceUID", Kind.UID, seriesUid).set("SeriesNumber", seriesNumber)
                .set("InstanceNumber", instance).plant("ContentDate", Kind.DATE, visit.dicomDate())
                .set("ContentTime", visit.time()).plant("SeriesDate", Kind.DATE, visit.dicomDate())
                .set("SeriesTime", visit.time())
                .plant("InstanceCreationDate", Kind.DATE, visit.dicomDate());
        oddities(sheet, visit);
        return sheet;
    }

    private static void patient(Sheet sheet, Visit visit) {
        Person person = visit.person();
        String spelt = person.quirk() == Person.Quirk.TYPING_ERROR && visit.number() > 0
                ? misspelt(person.familyUpper()) + "^" + person.givenUpper()
                : person.dicomName();
        name(sheet, person, spelt);
        if (visit.patientId().isBlank()) {
            sheet.set("PatientID");
        } else {
            sheet.plant("PatientID", person.quirk() == Person.Quirk.NAME_AS_ID ? Kind.NAME : Kind.PATIENT_ID,
                    visit.patientId());
        }
        sheet.plant("PatientBirthDate", Kind.DATE, person.birthDicom()).set("PatientSex", person.female() ? "F" : "M")
                .set("PatientAge", visit.age()).set("PatientWeight", visit.ageYears() < 2 ? "5.2" : "71")
                .plant("PatientAddress", Kind.ADDRESS, person.address())
                .plant("PatientTelephoneNumbers", Kind.PHONE, person.phone())
                .item("OtherPatientIDsSequence", other -> other.plant("PatientID", Kind.PATIENT_ID, person.localId())
                        .set("IssuerOfPatientID", visit.hospital().controller().toUpperCase(Locale.ROOT))
                        .set("TypeOfPatientID", "TEXT"));
        if (visit.ageYears() > 89) {
            sheet.note(Kind.AGE90, visit.age(), "PatientAge");
        }
    }

    /** Writes PatientName in the patient's way; other text of the file may then use the same characters. */
    private static void name(Sheet sheet, Person person, String spelt) {
        switch (person.writing()) {
            case ASCII -> sheet.name("PatientName", Kind.NAME, spelt);
            case UTF_8 ->
                sheet.characterSet("ISO_IR 192", StandardCharsets.UTF_8).name("PatientName", Kind.NAME, spelt);
            case LATIN_1 -> sheet.characterSet("ISO_IR 100", StandardCharsets.ISO_8859_1).name("PatientName", Kind.NAME,
                    spelt);
            case JAPANESE -> {
                String full = spelt + "=黒澤橋^太郎=くろさわばし^たろう";
                sheet.set("SpecificCharacterSet", "", "ISO 2022 IR 87")
                        .bytes(Tag.PATIENT_NAME, Vr.PN, full.getBytes(Charset.forName("ISO-2022-JP")))
                        .noteName(Kind.NAME, full, "PatientName");
            }
        }
    }

    private static void study(Sheet sheet, Visit visit, String description) {
        Person person = visit.person();
        sheet.plant("StudyInstanceUID", Kind.UID, visit.studyUid()).plant("StudyDate", Kind.DATE, visit.dicomDate())
                .set("StudyTime", visit.time()).plant("AccessionNumber", Kind.ACCESSION, visit.accession())
                .plant("StudyID", Kind.ACCESSION, visit.studyId())
                .plant("InstitutionName", Kind.SITE, visit.hospital().title())
                .plant("InstitutionAddress", Kind.ADDRESS, visit.hospital().address())
                .name("ReferringPhysicianName", Kind.STAFF_NAME, visit.referrer())
                .name("PerformingPhysicianName", Kind.STAFF_NAME, visit.performer())
                .name("OperatorsName", Kind.STAFF_NAME, visit.operator()).item("RequestAttributesSequence",
                        request -> request.plant("AccessionNumber", Kind.ACCESSION, visit.accession())
                                .text("RequestedProcedureDescription",
                                        description + " please, Dr " + family(visit.referrer()),
                                        Sheet.id(Kind.STAFF_NAME, family(visit.referrer())))
                                .plant("RequestedProcedureID", Kind.ACCESSION, "P" + visit.accession()));
        switch (person.quirk()) {
            case SURNAME_IN_DESCRIPTION -> sheet.text("StudyDescription", description + " - " + plain(person),
                    Sheet.id(Kind.NAME, plain(person)));
            case CHI_IN_DESCRIPTION -> sheet.text("StudyDescription", description + " " + person.chis().getFirst(),
                    Sheet.id(Kind.PATIENT_ID, person.chis().getFirst()));
            default -> sheet.set("StudyDescription", description);
        }
    }

    private static void oddities(Sheet sheet, Visit visit) {
        Person person = visit.person();
        switch (person.quirk()) {
            case PHONE_IN_COMMENTS -> sheet.text("ImageComments",
                    "Call daughter " + relative(person) + " on " + person.phone() + " with result",
                    Sheet.id(Kind.PHONE, person.phone()), Sheet.id(Kind.RELATIVE_NAME, relative(person)));
            case TWO_CHIS -> {
                for (String chi : person.chis()) {
                    sheet.item("OtherPatientIDsSequence", other -> other.plant("PatientID", Kind.PATIENT_ID, chi)
                            .set("IssuerOfPatientID", "NHS SCOTLAND"));
                }
            }
            case NAME_IN_PRIVATE_TEXT -> sheet.textPrivate(0x0033, "CALEDON WORKLIST", 0x01, Vr.LT,
                    "Transferred for " + plain(person) + " born " + person.birth(), Sheet.id(Kind.NAME, plain(person)),
                    Sheet.id(Kind.DATE, person.birth().toString()));
            case TYPING_ERROR -> sheet.item("OriginalAttributesSequence",
                    original -> original.set("ReasonForTheAttributeModification", "CORRECT")
                            .item("ModifiedAttributesSequence",
                                    old -> old.name("PatientName", Kind.NAME, misspelt(person.familyUpper()) + "^"
                                            + person.givenUpper())));
            case INFANT, NEWBORN ->
                sheet.text("AdditionalPatientHistory", "Baby of " + relative(person) + ", " + person.postcode(),
                        Sheet.id(Kind.RELATIVE_NAME, relative(person)), Sheet.id(Kind.POSTCODE, person.postcode()));
            case INVALID_ID -> sheet.text("PatientComments", "CHI to be checked: " + person.chis().getFirst(),
                    Sheet.id(Kind.PATIENT_ID, person.chis().getFirst()));
            case VERY_OLD ->
                sheet.text("PatientComments", "Lives with " + relative(person) + " at " + person.postcode(),
                        Sheet.id(Kind.RELATIVE_NAME, relative(person)), Sheet.id(Kind.POSTCODE, person.postcode()));
            case SURNAME_IN_DESCRIPTION, CHI_IN_DESCRIPTION, BLANK_ID, NAME_AS_ID -> {
                // their oddity is elsewhere
            }
        }
    }

    /** The family name where only ASCII fits the element or the story. */
    static String plain(Person person) {
        return person.writing() == Person.Writing.ASCII ? person.familyUpper() : person.givenUpper();
    }

    private static String relative(Person person) {
        return person.relative().split(" ")[0];
    }

    private static String family(String dicomName) {
        return dicomName.split("\\^")[0];
    }

    /** Two letters in the wrong order. */
    static String misspelt(String name) {
        char[] letters = name.toCharArray();
        int at = letters.length / 2;
        char moved = letters[at];
        letters[at] = letters[at - 1];
        letters[at - 1] = moved;
        return new String(letters).equals(name) ? name + "E" : new String(letters);
    }
}
