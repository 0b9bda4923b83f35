package org.imaginghaven.nlp.report;

import java.util.Locale;

/**
 * How a report stands to a finding it names.
 *
 * @param rule the triggers that decided, by effect and first word, and their version; {@code default} when none did
 */
public record Standing(Assertion assertion, Time time, Experiencer experiencer, String rule) {

    /** Whether the report says that it is there. */
    public enum Assertion {
        PRESENT, ABSENT, UNCERTAIN;

        /** Which of two counts when a report says both: what is there, then what may be, then what is not. */
        boolean outweighs(Assertion other) {
            return weight() > other.weight();
        }

        private int weight() {
            return switch (this) {
                case PRESENT -> 2;
                case UNCERTAIN -> 1;
                case ABSENT -> 0;
            };
        }
    }

    /** When. */
    public enum Time {
        CURRENT, PAST,
        /** Not said to have happened: a risk, a question, a precaution. */
        HYPOTHETICAL
    }

    /** Whose. */
    public enum Experiencer {
        PATIENT, OTHER
    }

    /** The word the commands write: small letters. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
