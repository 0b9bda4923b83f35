package org.imaginghaven.governance.request;

import java.util.Map;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Starts a new round of a request that was returned and amended. */
public final class ResubmitRequestWorker implements Job<ResubmitRequestWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Requests requests;

    public ResubmitRequestWorker(TaskDesk desk, Requests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /** What the applicant did with the returned request. */
    public enum AmendDecision {
        RESUBMIT, WITHDRAW
    }

    public record Input(Key requestKey, @Nullable AmendDecision amendDecision) {
    }

    @Override
    public String type() {
        return "governance:resubmit-request:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        AmendDecision decided = input.amendDecision() == null ? AmendDecision.RESUBMIT : input.amendDecision();
        String person = desk.admit(Duty.AMEND_REQUEST, context, Map.of());
        String subject = input.requestKey().value();
        Review review = new Review(context.jobKey(), subject, Duty.AMEND_REQUEST, person, WireName.of(decided), null);
        switch (decided) {
            case RESUBMIT -> requests.resubmit(input.requestKey(), review,
                    new AuditEvent(person, "request-resubmitted", subject, null, Map.of()));
            // the process goes on to governance:withdraw-request
            case WITHDRAW -> requests.keep(review,
                    new AuditEvent(person, "amendment-declined", subject, null, Map.of()));
        }
        return None.INSTANCE;
    }
}
