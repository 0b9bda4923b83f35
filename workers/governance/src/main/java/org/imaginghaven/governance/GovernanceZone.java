package org.imaginghaven.governance;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.imaginghaven.governance.approve.EscalateDecisionWorker;
import org.imaginghaven.governance.approve.Hearings;
import org.imaginghaven.governance.approve.JdbcApprovals;
import org.imaginghaven.governance.approve.LapseDecisionWorker;
import org.imaginghaven.governance.approve.ListControllersWorker;
import org.imaginghaven.governance.approve.MakeAgreementWorker;
import org.imaginghaven.governance.approve.RecordAppealWorker;
import org.imaginghaven.governance.approve.RecordDecisionWorker;
import org.imaginghaven.governance.approve.RecordPanelWorker;
import org.imaginghaven.governance.approve.RemindControllerWorker;
import org.imaginghaven.governance.approve.TallyDecisionsWorker;
import org.imaginghaven.governance.audit.AuditTrail;
import org.imaginghaven.governance.audit.JdbcAuditTrail;
import org.imaginghaven.governance.extract.CheckAgreementWorker;
import org.imaginghaven.governance.extract.JdbcExtractions;
import org.imaginghaven.governance.extract.RecordFlaggedReviewWorker;
import org.imaginghaven.governance.people.JdbcPeople;
import org.imaginghaven.governance.people.People;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.governance.people.TaskHistory;
import org.imaginghaven.governance.people.TextScreen;
import org.imaginghaven.governance.promote.CheckFirstReviewWorker;
import org.imaginghaven.governance.promote.CheckSecondReviewWorker;
import org.imaginghaven.governance.promote.JdbcPromotionReviews;
import org.imaginghaven.governance.release.CheckReleaseReviewWorker;
import org.imaginghaven.governance.release.RemindReviewerWorker;
import org.imaginghaven.governance.request.ActivateProjectWorker;
import org.imaginghaven.governance.request.ConfirmCohortWorker;
import org.imaginghaven.governance.request.JdbcRequests;
import org.imaginghaven.governance.request.LapseRequestWorker;
import org.imaginghaven.governance.request.RecordTriageWorker;
import org.imaginghaven.governance.request.RefuseRequestWorker;
import org.imaginghaven.governance.request.RegisterRequestWorker;
import org.imaginghaven.governance.request.Request;
import org.imaginghaven.governance.request.ResubmitRequestWorker;
import org.imaginghaven.governance.request.WithdrawRequestWorker;
import org.imaginghaven.governance.revoke.CertifyRevocationWorker;
import org.imaginghaven.governance.revoke.CheckDeletionWorker;
import org.imaginghaven.governance.revoke.CheckEscalationWorker;
import org.imaginghaven.governance.revoke.CheckWithdrawalWorker;
import org.imaginghaven.governance.revoke.FindAffectedWorker;
import org.imaginghaven.governance.revoke.JdbcRevocations;
import org.imaginghaven.governance.revoke.Revocation;
import org.imaginghaven.governance.revoke.RevocationKind;
import org.imaginghaven.governance.revoke.Revocations.Withdrawal;
import org.imaginghaven.governance.revoke.SweepGrantsWorker;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.governance.task.RecordTaskWorker;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** The governance zone: its jobs for the engine, and what its pages and its API ask. */
public final class GovernanceZone {

    private final Announcer announcer;
    private final TaskDesk desk;
    private final Clock clock;
    private final LedgeredStore store;
    private final JdbcPeople people;
    private final JdbcRequests requests;
    private final JdbcApprovals approvals;
    private final JdbcExtractions extractions;
    private final JdbcPromotionReviews promotions;
    private final JdbcRevocations revocations;
    private final JdbcAuditTrail trail;
    private final TextScreen screen;

    /**
     * @param database signed in as the governance role
     * @param history what the engine recorded about human tasks
     * @param screen the detectors every text must pass
     */
    public GovernanceZone(DataSource database, TaskHistory history, TextScreen screen, Announcer announcer,
            Clock clock) {
        this.store = new LedgeredStore(database);
        this.people = new JdbcPeople(database);
        this.desk = new TaskDesk(history, people, screen);
        this.screen = screen;
        this.announcer = announcer;
        this.clock = clock;
        this.requests = new JdbcRequests(store);
        this.approvals = new JdbcApprovals(store);
        this.extractions = new JdbcExtractions(store);
        this.promotions = new JdbcPromotionReviews(store);
        this.revocations = new JdbcRevocations(store);
        this.trail = new JdbcAuditTrail(database);
    }

    /** Every job type of the zone, once. */
    public List<Job<?, ?>> jobs() {
        Hearings hearings = new Hearings(desk, approvals);
        return List.of(new CheckFirstReviewWorker(desk, promotions), new CheckSecondReviewWorker(desk, promotions),
                new RegisterRequestWorker(requests), new ConfirmCohortWorker(desk, requests),
                new RecordTriageWorker(desk, requests), new ResubmitRequestWorker(desk, requests),
                new LapseRequestWorker(requests), new WithdrawRequestWorker(requests),
                new RefuseRequestWorker(requests), new ActivateProjectWorker(requests),
                new ListControllersWorker(approvals), new RemindControllerWorker(approvals),
                new EscalateDecisionWorker(approvals), new LapseDecisionWorker(approvals),
                new RecordDecisionWorker(desk, approvals), new TallyDecisionsWorker(approvals, requests),
                new RecordPanelWorker(hearings), new RecordAppealWorker(hearings),
                new MakeAgreementWorker(approvals, clock), new CheckAgreementWorker(extractions, clock),
                new RecordFlaggedReviewWorker(desk, extractions), new CheckReleaseReviewWorker(desk, extractions),
                new RemindReviewerWorker(approvals), new FindAffectedWorker(revocations, announcer),
                new CheckWithdrawalWorker(revocations), new CheckDeletionWorker(desk, revocations),
                new CheckEscalationWorker(desk, revocations), new CertifyRevocationWorker(revocations),
                new SweepGrantsWorker(revocations, announcer, clock), new RecordTaskWorker(desk, store));
    }

    public AuditTrail trail() {
        return trail;
    }

    public People people() {
        return people;
    }

    /**
     * Asks for a revocation and starts its process. When the engine does not answer, the daily sweep starts it.
     *
     * @param subject project, agreement, promotion or opt-out key, or the code of a data controller
     * @throws IllegalArgumentException with a sentence for the caller
     */
    public Key requestRevocation(RevocationKind kind, String subject, @Nullable GovernanceText reason,
            String username) {
        if (reason != null && screen.mayIdentify(reason.value())) {
            throw new IllegalArgumentException(
                    "The reason holds something that may identify a patient. Say it without names, numbers or dates.");
        }
        Key key = Key.random(Key.Kind.REVOCATION);
        Revocation revocation = new Revocation(key, kind, revocations.demandSubject(kind, subject), "requested");
        revocations.request(revocation, username, reason, new AuditEvent(username, "revocation-requested",
                key.value(), null, Map.of("kind", WireName.of(kind), "subject", subject)));
        announcer.announce("revocation-requested", "", key, Map.of("revocationKey", key));
        return key;
    }

    public Revocation revocation(Key revocationKey) {
        return revocations.get(revocationKey);
    }

    public Withdrawal withdrawal(Key revocationKey) {
        return revocations.withdrawal(revocations.get(revocationKey));
    }

    public Request request(Key requestKey) {
        return requests.get(requestKey);
    }

    /** Takes a request back: its applicant may, while nobody has decided for good. */
    public void withdrawRequest(Key requestKey, String username) {
        ask(requestKey, username, "request-withdrawn", "withdrawal-asked");
    }

    /** Appeals against a refusal; the process waits for it as long as appeals are heard. */
    public void appeal(Key requestKey, String username) {
        ask(requestKey, username, "appeal-lodged", "appeal-lodged");
    }

    private void ask(Key requestKey, String username, String message, String action) {
        Request request = requests.get(requestKey);
        if (!request.applicant().equals(username)) {
            throw new IllegalArgumentException("Only the applicant of a request can do this.");
        }
        if (request.state().isFinal()) {
            throw new IllegalArgumentException(
                    "The request is " + WireName.of(request.state()) + ": nothing can change it now.");
        }
        requests.note(new AuditEvent(username, action, requestKey.value(), null, Map.of()));
        announcer.announce(message, requestKey.value(), requestKey, Map.of("requestKey", requestKey));
    }
}
