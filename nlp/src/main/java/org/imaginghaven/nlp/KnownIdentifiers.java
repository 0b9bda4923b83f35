package org.imaginghaven.nlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Identifiers that the record around a text already names: searched for in every form they take. Names may be written in any
 * order, with titles, or as DICOM person names ({@code SURNAME^FORENAME}); dates as DICOM ({@code 19450819}), ISO or
 * day first.
 *
 * @param names of the patient, other names and maiden names included
 * @param staff names of clinicians named elsewhere in the file
 * @param relatives names of relatives and other contacts
 * @param ids numbers of the patient, accession numbers included
 * @param dates of birth
 */
public record KnownIdentifiers(List<String> names, List<String> staff, List<String> relatives, List<String> ids,
        List<String> dates) {

    private static final KnownIdentifiers NONE = new KnownIdentifiers(List.of(), List.of(), List.of(), List.of(),
            List.of());

    public KnownIdentifiers {
        names = List.copyOf(names);
        staff = List.copyOf(staff);
        relatives = List.copyOf(relatives);
        ids = List.copyOf(ids);
        dates = List.copyOf(dates);
    }

    /** Nothing is known of the patient. */
    public static KnownIdentifiers none() {
        return NONE;
    }

    /** Identifiers of the patient alone. */
    public static KnownIdentifiers ofPatient(List<String> names, List<String> ids, List<String> dates) {
        return new KnownIdentifiers(names, List.of(), List.of(), ids, dates);
    }

    /** These and the other ones. */
    public KnownIdentifiers and(KnownIdentifiers other) {
        return new KnownIdentifiers(joined(names, other.names), joined(staff, other.staff),
                joined(relatives, other.relatives), joined(ids, other.ids), joined(dates, other.dates));
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** How many identifiers there are; the values stay out of logs. */
    @Override
    public String toString() {
        return "KnownIdentifiers[names=" + names.size() + ", staff=" + staff.size() + ", relatives=" + relatives.size()
                + ", ids=" + ids.size() + ", dates=" + dates.size() + "]";
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
