package org.imaginghaven.governance.approve;

import java.util.Map;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Decisions of a panel on a request, by people who had no part in it before. */
public final class Hearings {

    private final TaskDesk desk;
    private final Approvals approvals;

    public Hearings(TaskDesk desk, Approvals approvals) {
        this.desk = desk;
        this.approvals = approvals;
    }

    /**
     * What became of the request.
     *
     * @param approvalOutcome after the hearing
     */
    public record Output(ApprovalOutcome approvalOutcome) {
    }

    Output keep(Key request, Duty duty, Enum<?> decided, @Nullable GovernanceText reason, String action,
            JobContext context) throws Exception {
        String person = desk.admit(duty, context, approvals.involvedIn(request));
        desk.screen(reason);
        String decision = WireName.of(decided);
        approvals.keep(new Review(context.jobKey(), request.value(), duty, person, decision, reason),
                new AuditEvent(person, action, request.value(), null, Map.of("decision", decision)));
        return new Output(approvals.ballot(request).outcome());
    }
}
