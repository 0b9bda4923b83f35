package org.imaginghaven.identifiable.ingest;

/**
 * An identifier a patient is known by.
 *
 * @param source {@code chi}, {@code nhs}, {@code local:<controller>}, or {@code study} for a patient nobody could name:
 *            then the value is the study's UID, and all of that study is one provisional patient
 * @param value normalised: no spaces, hyphens or lower case
 */
public record PatientIdentifier(String source, String value) implements Comparable<PatientIdentifier> {

    static final String CHI = "chi";
    static final String NHS = "nhs";
    static final String LOCAL = "local:";
    static final String STUDY = "study";

    /** Whether the identifier alone says who the patient is; a local one does so only once a linked table names it. */
    boolean provesIdentity() {
        return source.equals(CHI) || source.equals(NHS);
    }

    @Override
    public int compareTo(PatientIdentifier other) {
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : value.compareTo(other.value);
    }

    /** Never the value: this may end in a message. */
    @Override
    public String toString() {
        return "PatientIdentifier[" + source + "]";
    }
}
