package org.imaginghaven.governance.request;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Closes a request that was refused. */
public final class RefuseRequestWorker implements Job<RefuseRequestWorker.Input, Job.None> {

    private final Requests requests;

    public RefuseRequestWorker(Requests requests) {
        this.requests = requests;
    }

    public record Input(Key requestKey) {
    }

    @Override
    public String type() {
        return "governance:refuse-request:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        requests.moveTo(input.requestKey(), RequestState.REFUSED,
                AuditEvent.bySystem(type(), "request-refused", input.requestKey(), Map.of()));
        return None.INSTANCE;
    }
}
