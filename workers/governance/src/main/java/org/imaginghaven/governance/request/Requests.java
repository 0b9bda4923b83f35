package org.imaginghaven.governance.request;

import org.imaginghaven.governance.people.Review;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** The requests, their cohorts' sizes and their projects. */
public interface Requests {

    /** @throws IllegalStateException when there is none */
    Request get(Key requestKey);

    /** What the frozen cohort counted; zero when there is none. */
    CohortSize sizeOf(Key cohortKey);

    /** Moves a request on; does nothing when it is there already. */
    void moveTo(Key requestKey, RequestState state, AuditEvent event);

    /** Keeps a person's decision; the request stays where it is. */
    void keep(Review review, AuditEvent event);

    /** Keeps a person's decision and moves the request on because of it. */
    void decide(Key requestKey, RequestState state, Review review, AuditEvent event);

    /** Keeps that somebody confirmed the cohort, and what for, and moves on to triage. */
    void confirm(Key requestKey, Need need, Review review, AuditEvent event);

    /** What the research is for, and whether it needs the text of reports. */
    record Need(@Nullable GovernanceText purpose, boolean reportText) {
    }

    /** Starts a new round. */
    void resubmit(Key requestKey, Review review, AuditEvent event);

    /** Approves the request and lets its project begin. */
    void activate(Key requestKey, Key agreementKey, AuditEvent event);

    /** Writes down what somebody asked of a request; the engine acts on it. */
    void note(AuditEvent event);

    /** How many patients and files a frozen cohort held. */
    record CohortSize(int patients, int files) {
    }
}
