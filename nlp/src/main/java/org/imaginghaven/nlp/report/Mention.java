package org.imaginghaven.nlp.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A concept where a report names it.
 *
 * @param start first character in the report
 * @param end first character after it
 * @param side left, right or bilateral
 * @param place part of the body
 * @param millimetres the largest length given with it
 * @param change new, increased, decreased, unchanged or resolved
 * @param rule versions and triggers that led to it
 */
public record Mention(Concept concept, int start, int end, Section.Kind section, Standing standing,
        Optional<String> side,
        Optional<String> place, OptionalDouble millimetres, Optional<String> change, String rule) {

    /**
     * Whether it says something about this patient now, in a part that reports and does not ask. What was present in the past
     * is no finding of this report; that something is absent holds whenever it is said.
     */
    public boolean isReported() {
        return section.reportsFindings() && standing.experiencer() == Standing.Experiencer.PATIENT
                && (standing.time() == Standing.Time.CURRENT
                        || standing.time() == Standing.Time.PAST && standing.assertion() == Standing.Assertion.ABSENT);
    }
}
