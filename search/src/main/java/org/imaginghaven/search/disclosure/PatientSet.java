package org.imaginghaven.search.disclosure;

import java.util.List;

/**
 * How many patients, and which, told by three sums of 30 random bits each: two different sets agree in all of them with
 * a probability of about 2<sup>-90</sup>.
 */
record PatientSet(long patients, List<Long> prints) {

    static final PatientSet NONE = new PatientSet(0, List.of(0L, 0L, 0L));

    PatientSet {
        prints = List.copyOf(prints);
        if (prints.size() != 3) {
            throw new IllegalArgumentException("three prints make a set, not " + prints.size());
        }
    }
}
