package org.imaginghaven.nlp.report;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.imaginghaven.nlp.report.Standing.Assertion;

/** How often a reading was right when it was measured, with what it was measured on: shown beside each finding people search by. */
public final class FindingPrecision {

    private final Map<String, Measured> byFinding = new HashMap<>();

    /**
     * A measurement.
     *
     * @param correct readings that people called right
     * @param of readings looked at, at least 1
     * @param source what was read, for people
     */
    public record Measured(int correct, int of, String source) {

        /** @throws IllegalArgumentException when there are more right than were looked at, or none was */
        public Measured {
            if (of < 1 || correct < 0 || correct > of) {
                throw new IllegalArgumentException("not a measurement: " + correct + " of " + of);
            }
        }
    }

    private FindingPrecision() {
        for (List<String> fields : ReportData.lines("precision.txt")) {
            byFinding.put(fields.get(0), new Measured(Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)),
                    fields.get(3)));
        }
    }

    /** With the measurements that come with the project. */
    public static FindingPrecision measured() {
        return new FindingPrecision();
    }

    /** Of the concept in this standing where enough of it was measured, else of all concepts in this standing. */
    public Measured of(String conceptId, Assertion standing) {
        String word = standing.name().toLowerCase(Locale.ROOT);
        return byFinding.getOrDefault(conceptId + ":" + word,
                Objects.requireNonNull(byFinding.get(word), "precision.txt has no line for " + word));
    }
}
