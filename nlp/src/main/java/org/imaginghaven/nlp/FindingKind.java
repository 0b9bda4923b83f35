package org.imaginghaven.nlp;

/** What a finding identifies. The constant's name is what the commands write and what replaces the text, in brackets. */
public enum FindingKind {
    PATIENT_NAME, STAFF_NAME, RELATIVE_NAME, PATIENT_ID, STAFF_ID, ACCESSION, BIRTH_DATE, DATE,
    /** A hospital, practice or other organisation, and web addresses of one. */
    SITE, ADDRESS, POSTCODE, PHONE, EMAIL,
    /** An age over 89, which so few people have that it identifies. */
    AGE90;

    public boolean isName() {
        return this == PATIENT_NAME || this == STAFF_NAME || this == RELATIVE_NAME;
    }
}
