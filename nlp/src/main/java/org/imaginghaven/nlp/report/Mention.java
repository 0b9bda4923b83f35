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

    /** Whether the report says that this patient has it now, in a part that reports and does not ask. */
    public boolean isFound() {
        return section.reportsFindings() && standing.assertion() == Standing.Assertion.PRESENT
                && standing.time() == Standing.Time.CURRENT && standing.experiencer() == Standing.Experiencer.PATIENT;
    }

    /** Whether the report says that this patient does not have it, which is not the same as not naming it. */
    public boolean isRuledOut() {
        return section.reportsFindings() && standing.assertion() == Standing.Assertion.ABSENT
                && standing.time() != Standing.Time.HYPOTHETICAL
                && standing.experiencer() == Standing.Experiencer.PATIENT;
    }
}
