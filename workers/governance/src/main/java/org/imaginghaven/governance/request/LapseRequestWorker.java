package org.imaginghaven.governance.request;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Closes a returned request that nobody amended in time. */
public final class LapseRequestWorker implements Job<LapseRequestWorker.Input, Job.None> {

    private final Requests requests;

    public LapseRequestWorker(Requests requests) {
        this.requests = requests;
    }

    public record Input(Key requestKey) {
    }

    @Override
    public String type() {
        return "governance:lapse-request:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        requests.moveTo(input.requestKey(), RequestState.LAPSED,
                AuditEvent.bySystem(type(), "request-lapsed", input.requestKey(), Map.of()));
        return None.INSTANCE;
    }
}
