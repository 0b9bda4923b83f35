package org.imaginghaven.gate.promote;

import java.util.Map;

/** What reports say, read once for each version of the lexicon. */
interface ReportReadings {

    /**
     * Reads the reports that were not read by this version, of patients who may be in the inventory. A report that cannot be
     * read is remembered with its reason.
     *
     * @param actor who asked, for the audit ledger
     */
    void readNew(String actor);

    /** How many reports were read and how many could not be. */
    record Coverage(int read, int unreadable) {
    }

    Coverage coverage();

    /** How many reports and patients a standing of the concept has: {@code present}, {@code absent}, {@code uncertain}. */
    Map<String, Use> uses(String concept);

    /** Reports and patients. */
    record Use(long reports, long patients) {
    }
}
