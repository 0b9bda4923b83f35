package org.imaginghaven.governance.approve;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** Decisions, panels, appeals and agreements. */
public interface Approvals {

    /** The codes of the data controllers that are responsible for files of the cohort, in order. */
    List<String> controllersOf(Key requestKey);

    /** The current round. */
    Ballot ballot(Key requestKey);

    /** Who applied, decided and sat on the panel, in any round. */
    Map<Part, Set<String>> involvedIn(Key requestKey);

    /** Keeps a decision; the first one of a data controller in a round stands. */
    void record(Key requestKey, Decision decision, @Nullable Review review, AuditEvent event);

    /** Keeps what the panel or the appeal decided on the current round. */
    void keep(Review review, AuditEvent event);

    /** Keeps that somebody was reminded; the business key makes it once. */
    void notice(Notice notice, AuditEvent event);

    /** Makes the agreement of the request, or finds the one that was made. */
    Agreement agree(Key requestKey, LocalDate today, Agreed event) throws Refusal;

    /** A reminder or an escalation to a group. */
    record Notice(Key subject, String kind, String group, String businessKey) {
    }

    /** An agreement that is in force. */
    record Agreement(Key agreementKey, LocalDate endsOn) {
    }

    /** Writes the audit event once the terms are known. */
    interface Agreed {
        AuditEvent event(Agreement agreement, Ballot.Terms terms);
    }
}
