package org.imaginghaven.governance.request;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Closes a request that its people took back. */
public final class WithdrawRequestWorker implements Job<WithdrawRequestWorker.Input, Job.None> {

    private final Requests requests;

    public WithdrawRequestWorker(Requests requests) {
        this.requests = requests;
    }

    public record Input(Key requestKey) {
    }

    @Override
    public String type() {
        return "governance:withdraw-request:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        requests.moveTo(input.requestKey(), RequestState.WITHDRAWN,
                AuditEvent.bySystem(type(), "request-withdrawn", input.requestKey(), Map.of()));
        return None.INSTANCE;
    }
}
