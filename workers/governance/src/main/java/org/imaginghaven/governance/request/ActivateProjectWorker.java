package org.imaginghaven.governance.request;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Approves the request and lets its project begin, if there is an agreement that says so. */
public final class ActivateProjectWorker implements Job<ActivateProjectWorker.Input, Job.None> {

    private final Requests requests;

    public ActivateProjectWorker(Requests requests) {
        this.requests = requests;
    }

    public record Input(Key requestKey, Key agreementKey) {
    }

    @Override
    public String type() {
        return "governance:activate-project:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        requests.activate(input.requestKey(), input.agreementKey(), AuditEvent.bySystem(type(), "request-approved",
                input.requestKey(), Map.of("agreement", input.agreementKey().value())));
        return None.INSTANCE;
    }
}
