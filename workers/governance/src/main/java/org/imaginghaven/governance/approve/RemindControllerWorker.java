package org.imaginghaven.governance.approve;

import java.util.Map;
import org.imaginghaven.governance.approve.Approvals.Notice;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Reminds a data controller of a decision that is due. */
public final class RemindControllerWorker implements Job<RemindControllerWorker.Input, Job.None> {

    private final Approvals approvals;

    public RemindControllerWorker(Approvals approvals) {
        this.approvals = approvals;
    }

    public record Input(Key requestKey, String controller) {
    }

    @Override
    public String type() {
        return "governance:remind-controller:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        // the timer fires again and again: each firing has a job of its own, each job reminds once
        approvals.notice(
                new Notice(input.requestKey(), "reminder", "controller-" + input.controller(),
                        type() + ":" + context.jobKey()),
                AuditEvent.bySystem(type(), "controller-reminded", input.requestKey(),
                        Map.of("controller", input.controller())));
        return None.INSTANCE;
    }
}
