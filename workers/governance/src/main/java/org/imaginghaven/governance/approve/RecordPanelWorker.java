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

/** Keeps what the panel decided about a large cohort on which data controllers disagree. */
public final class RecordPanelWorker implements Job<RecordPanelWorker.Input, RecordPanelWorker.Output> {

    private final TaskDesk desk;
    private final Approvals approvals;

    public RecordPanelWorker(TaskDesk desk, Approvals approvals) {
        this.desk = desk;
        this.approvals = approvals;
    }

    /** What was decided. */
    public enum PanelDecision {
        APPROVE, REFUSE
    }

    public record Input(Key requestKey, PanelDecision panelDecision, @Nullable GovernanceText panelReason) {
    }

    public record Output(ApprovalOutcome approvalOutcome) {
    }

    @Override
    public String type() {
        return "governance:record-panel:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Exception {
        Key request = input.requestKey();
        String person = desk.admit(Duty.PANEL, context, approvals.involvedIn(request));
        desk.screen(input.panelReason());
        String decision = WireName.of(input.panelDecision());
        approvals.keep(
                new Review(context.jobKey(), request.value(), Duty.PANEL, person, decision, input.panelReason()),
                new AuditEvent(person, "panel-decided", request.value(), null, Map.of("decision", decision)));
        return new Output(approvals.ballot(request).outcome());
    }
}
