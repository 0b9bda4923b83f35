package org.imaginghaven.governance.approve;

import java.util.Map;
import org.imaginghaven.governance.approve.Approvals.Notice;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Tells the information governance lead that a data controller has not decided for long. */
public final class EscalateDecisionWorker implements Job<EscalateDecisionWorker.Input, Job.None> {

    private final Approvals approvals;

    public EscalateDecisionWorker(Approvals approvals) {
        this.approvals = approvals;
    }

    public record Input(Key requestKey, String controller) {
    }

    @Override
    public String type() {
        return "governance:escalate-decision:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        // the timer fires again and again: each firing has a job of its own, each job reminds once
        approvals.notice(
                new Notice(input.requestKey(), "escalation", "ig-lead", type() + ":" + context.jobKey()),
                AuditEvent.bySystem(type(), "decision-escalated", input.requestKey(),
                        Map.of("controller", input.controller())));
        return None.INSTANCE;
    }
}
