package org.imaginghaven.dicom.policy;

import java.util.Locale;

/** Options of PS3.15 Annex E, with the code each puts into the de-identification method code sequence. */
public enum Option {
    CLEAN_PIXELS("113101", "Clean Pixel Data Option"), CLEAN_FACES("113102",
            "Clean Recognizable Visual Features Option"), GRAPHICS("113103", "Clean Graphics Option"), STRUCTURED(
                    "113104", "Clean Structured Content Option"), DESCRIPTORS("113105",
                            "Clean Descriptors Option"), FULL_DATES("113106",
                                    "Retain Longitudinal Temporal Information Full Dates Option"), MODIFIED_DATES(
                                            "113107",
                                            "Retain Longitudinal Temporal Information Modified Dates Option"), PATIENT(
                                                    "113108", "Retain Patient Characteristics Option"), DEVICE("113109",
                                                            "Retain Device Identity Option"), UIDS("113110",
                                                                    "Retain UIDs Option"), SAFE_PRIVATE("113111",
                                                                            "Retain Safe Private Option"), INSTITUTION(
                                                                                    "113112",
                                                                                    "Retain Institution Identity Option");

    private final String code;
    private final String meaning;

    Option(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Code value in coding scheme DCM. */
    public String code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }

    /** As policy files write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
