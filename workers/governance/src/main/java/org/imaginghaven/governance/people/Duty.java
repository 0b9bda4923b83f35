package org.imaginghaven.governance.people;

import java.util.Set;

/**
 * What a person can be asked to do, the group it is offered to, and what they must not have done before.
 *
 * <p>This table is the whole of the separation of duties; {@link DutyCheck} applies it.
 */
public enum Duty {
    INVESTIGATE_BATCH("deid-analyst"), RESOLVE_MAPPING("deid-analyst"), REVIEW_QUARANTINE(
            "deid-analyst"), INVESTIGATE_EXTRACTION("ig-lead"), CONFIRM_COHORT(
                    "coordinator"), AMEND_REQUEST("coordinator"), TRIAGE("governance-triage", Part.APPLICANT),
    /** The group is completed by the code of the data controller. */
    DECIDE("controller-", Part.APPLICANT), PANEL("panel", Part.APPLICANT, Part.DECIDER), APPEAL("appeals-panel",
            Part.APPLICANT, Part.DECIDER, Part.PANEL_MEMBER), FIRST_REVIEW("deid-analyst"), SECOND_REVIEW("ig-lead",
                    Part.FIRST_REVIEWER), FLAGGED_REVIEW("deid-analyst"), RELEASE_REVIEW("release-reviewer",
                            Part.APPLICANT, Part.EXTRACTOR), RESOLVE_REVOCATION(
                                    "ig-lead"), CONFIRM_DELETION("researcher-lead"), ESCALATE_DELETION("ig-lead");

    private final String group;
    private final Set<Part> excludes;

    Duty(String group, Part... excludes) {
        this.group = group;
        this.excludes = Set.of(excludes);
    }

    public String group() {
        return group;
    }

    /** Whoever took one of these parts may not do this duty. */
    public Set<Part> excludes() {
        return excludes;
    }
}
