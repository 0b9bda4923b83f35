package org.imaginghaven.nlp.report;

/**
 * A part of a report.
 *
 * @param start first character, of the heading where there is one
 * @param end first character after it
 */
public record Section(Kind kind, int start, int end) {

    /** What the part is for. Only findings, impression and unheaded text say what was found. */
    public enum Kind {
        NONE, INDICATION, HISTORY, TECHNIQUE, COMPARISON, FINDINGS, IMPRESSION, RECOMMENDATION;

        /** Whether what is named there was looked at, not asked for or planned. */
        public boolean reportsFindings() {
            return this == FINDINGS || this == IMPRESSION || this == NONE;
        }
    }
}
