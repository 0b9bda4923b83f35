package org.imaginghaven.governance.revoke;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** Revocations, and what the ledger says they reach. */
public interface Revocations {

    /** @throws IllegalStateException when there is none */
    Revocation get(Key revocationKey);

    /** Asks for a revocation. */
    void request(Revocation revocation, String requestedBy, @Nullable GovernanceText reason, AuditEvent event);

    /**
     * The subject, if governance knows it. Whose opt-out a key is, only the identifiable zone knows.
     *
     * @throws IllegalArgumentException with a sentence for whoever asked
     */
    String demandSubject(RevocationKind kind, String subject);

    /** Extractions that rest on the subject and whose package has not been released. */
    List<Key> extractionsInFlight(Revocation revocation);

    /** Ends what the revocation is about: project, agreements or one data controller's share of them. */
    void begin(Revocation revocation, AuditEvent event);

    /** What has gone and what has not, as the ledger of releases shows it. */
    Withdrawal withdrawal(Revocation revocation);

    /** Keeps whether the project's lead confirmed that every copy is gone. */
    void keep(Review review, AuditEvent event);

    /** Keeps what information governance did because the project's lead did not confirm. */
    void escalate(Review review, AuditEvent event);

    /** The decisions people took about the deletion: duty in kebab case to decision, the latest of each. */
    Map<String, String> deletionDecisions(Revocation revocation);

    /** Certifies that nothing is left. */
    void certify(Revocation revocation, Map<String, String> certificate, AuditEvent event);

    /** Ends every agreement whose last day is over, each with a revocation of its own; returns the new ones. */
    List<Key> endExpired(LocalDate today, Ended event);

    /** Revocations that were asked for and whose process has not begun: they are announced again. */
    List<Key> notBegun();

    /**
     * @param releases how many releases it reaches
     * @param unconfirmed releases whose zone has not confirmed the withdrawal
     * @param filesLeft files that have to go and are still released
     */
    record Withdrawal(int releases, int unconfirmed, int filesBefore, int filesRemoved, int filesAfter,
            int filesLeft) {

        public boolean isComplete() {
            return unconfirmed == 0 && filesLeft == 0;
        }
    }

    /** Writes the audit event for an agreement that ended. */
    interface Ended {
        AuditEvent event(Key agreementKey, Key revocationKey);
    }
}
