package org.imaginghaven.governance.approve;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Keeps that a data controller did not decide in time. */
public final class LapseDecisionWorker implements Job<LapseDecisionWorker.Input, Job.None> {

    private final Approvals approvals;

    public LapseDecisionWorker(Approvals approvals) {
        this.approvals = approvals;
    }

    public record Input(Key requestKey, String controller) {
    }

    @Override
    public String type() {
        return "governance:lapse-decision:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        Decision lapse = new Decision(input.controller(), ControllerDecision.LAPSE, null, null, false, null,
                "system:" + type());
        approvals.record(input.requestKey(), lapse, null, AuditEvent.bySystem(type(), "controller-lapsed",
                input.requestKey(), Map.of("controller", input.controller())));
        return None.INSTANCE;
    }
}
