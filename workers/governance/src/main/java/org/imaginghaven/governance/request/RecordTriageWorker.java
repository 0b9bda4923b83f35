package org.imaginghaven.governance.request;

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

/** Keeps what triage decided, unless the applicant triaged their own request. */
public final class RecordTriageWorker implements Job<RecordTriageWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Requests requests;

    public RecordTriageWorker(TaskDesk desk, Requests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /** What triage decided. */
    public enum TriageDecision {
        ACCEPT, RETURN, REFUSE
    }

    public record Input(Key requestKey, TriageDecision triageDecision, @Nullable GovernanceText triageReason) {
    }

    @Override
    public String type() {
        return "governance:record-triage:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        Request request = requests.get(input.requestKey());
        String person = desk.admit(Duty.TRIAGE, context, request.applicantOnly());
        desk.screen(input.triageReason());
        String decision = WireName.of(input.triageDecision());
        String subject = request.requestKey().value();
        Review review = new Review(context.jobKey(), subject, Duty.TRIAGE, person, decision, input.triageReason());
        AuditEvent event = new AuditEvent(person, "request-triaged", subject, null, Map.of("decision", decision));
        switch (input.triageDecision()) {
            case ACCEPT -> requests.decide(request.requestKey(), RequestState.IN_APPROVAL, review, event);
            case RETURN -> requests.decide(request.requestKey(), RequestState.RETURNED, review, event);
            // the process goes on to governance:refuse-request
            case REFUSE -> requests.keep(review, event);
        }
        return None.INSTANCE;
    }
}
