package org.imaginghaven.gate;

import java.util.List;
import org.imaginghaven.nlp.KnownIdentifiers;

/**
 * Everything by which one patient is known, in any file or linked table.
 *
 * @param names DICOM person names and plain names
 * @param ids numbers in every source
 * @param dates of birth, as written
 * @param contacts addresses, postcodes, telephone numbers
 */
public record KnownPatient(List<String> names, List<String> ids, List<String> dates, List<String> contacts) {

    public KnownPatient {
        names = List.copyOf(names);
        ids = List.copyOf(ids);
        dates = List.copyOf(dates);
        contacts = List.copyOf(contacts);
    }

    public KnownIdentifiers forDetectors() {
        return KnownIdentifiers.ofPatient(names, ids, dates);
    }

    @Override
    public String toString() {
        return "KnownPatient[hidden]";
    }
}
