package org.imaginghaven.governance.approve;

import java.util.Map;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Keeps what the appeals panel decided; none of them had decided on the request before. */
public final class RecordAppealWorker implements Job<RecordAppealWorker.Input, RecordAppealWorker.Output> {

    private final TaskDesk desk;
    private final Approvals approvals;

    public RecordAppealWorker(TaskDesk desk, Approvals approvals) {
        this.desk = desk;
        this.approvals = approvals;
    }

    /** What was decided. */
    public enum AppealDecision {
        UPHOLD, OVERTURN
    }

    public record Input(Key requestKey, AppealDecision appealDecision, @Nullable GovernanceText appealReason) {
    }

    public record Output(ApprovalOutcome approvalOutcome) {
    }

    @Override
    public String type() {
        return "governance:record-appeal:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Exception {
        Key request = input.requestKey();
        String person = desk.admit(Duty.APPEAL, context, approvals.involvedIn(request));
        desk.screen(input.appealReason());
        String decision = WireName.of(input.appealDecision());
        approvals.keep(
                new Review(context.jobKey(), request.value(), Duty.APPEAL, person, decision, input.appealReason()),
                new AuditEvent(person, "appeal-heard", request.value(), null, Map.of("decision", decision)));
        return new Output(approvals.ballot(request).outcome());
    }
}
