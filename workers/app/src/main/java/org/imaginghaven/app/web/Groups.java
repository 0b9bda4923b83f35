package org.imaginghaven.app.web;

/** Authorities that pages ask for: a person's groups, as they are written in {@code governance.person_group}. */
final class Groups {

    static final String DEID_ANALYST = "deid-analyst";
    static final String IG_LEAD = "ig-lead";
    static final String AUDITOR = "auditor";
    static final String RELEASE_REVIEWER = "release-reviewer";

    private Groups() {
    }
}
