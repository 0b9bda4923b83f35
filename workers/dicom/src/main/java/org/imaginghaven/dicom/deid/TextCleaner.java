package org.imaginghaven.dicom.deid;

import java.util.Set;

/**
 * Port: what may stay of a free text. {@code nlp} implements it with detectors. Thread safe; the same answer for the same
 * arguments, since what repeats from file to file is asked once.
 */
@FunctionalInterface
public interface TextCleaner {

    /**
     * The text with everything that may identify taken out or replaced; empty when nothing may stay.
     *
     * @param text decoded, without padding, possibly of several lines
     * @param place what the text is of
     * @param known the file's own identifiers in lower case: name parts, numbers, dates, places
     */
    String clean(String text, Place place, Set<String> known);

    /**
     * Where a text stands.
     *
     * @param tag the element's tag
     * @param keyword its keyword, empty when it has none
     * @param longText a narrative (LT, ST, UT) rather than a label
     */
    record Place(int tag, String keyword, boolean longText) {
    }
}
