package org.imaginghaven.governance.people;

/** What somebody did earlier in the same story. */
public enum Part {
    /** Pressed <em>Request access</em>. */
    APPLICANT,
    /** Decided on the request for a data controller. */
    DECIDER,
    /** Reviewed the request on the panel. */
    PANEL_MEMBER,
    /** Was the first to review a tag or an image type. */
    FIRST_REVIEWER,
    /** Started the extraction or reviewed its flagged files. */
    EXTRACTOR
}
