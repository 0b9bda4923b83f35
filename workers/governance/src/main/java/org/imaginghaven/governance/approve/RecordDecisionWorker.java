package org.imaginghaven.governance.approve;

import java.time.LocalDate;
import java.util.HashMap;
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

/** Keeps the decision of one data controller, taken by somebody of that controller who is not the applicant. */
public final class RecordDecisionWorker implements Job<RecordDecisionWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Approvals approvals;

    public RecordDecisionWorker(TaskDesk desk, Approvals approvals) {
        this.desk = desk;
        this.approvals = approvals;
    }

    /** @param reportTextAllowed whether the text of reports may be released; not said is no */
    public record Input(Key requestKey, String controller, ControllerDecision controllerDecision,
            @Nullable GovernanceText conditions, @Nullable LocalDate endsOn,
            @Nullable Boolean reportTextAllowed, @Nullable GovernanceText decisionReason) {
    }

    @Override
    public String type() {
        return "governance:record-decision:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        Key request = input.requestKey();
        if (!approvals.controllersOf(request).contains(input.controller())) {
            throw new IllegalStateException("the data controller is not responsible for any of the cohort");
        }
        if (input.controllerDecision() == ControllerDecision.LAPSE) {
            throw new IllegalArgumentException("nobody decides to let a decision lapse");
        }
        String person = desk.admitForController(input.controller(), context, approvals.involvedIn(request));
        desk.screen(input.conditions(), input.decisionReason());
        Decision decision = new Decision(input.controller(), input.controllerDecision(), input.conditions(),
                input.endsOn(), Boolean.TRUE.equals(input.reportTextAllowed()), input.decisionReason(), person);
        String wire = WireName.of(input.controllerDecision());
        Map<String, String> details = new HashMap<>(Map.of("controller", input.controller(), "decision", wire));
        if (input.endsOn() != null) {
            details.put("endsOn", input.endsOn().toString());
        }
        if (decision.reportText()) {
            details.put("reportText", "allowed");
        }
        approvals.record(request, decision,
                new Review(context.jobKey(), request.value(), Duty.DECIDE, person, wire, input.decisionReason()),
                new AuditEvent(person, "controller-decided", request.value(), null, details));
        return None.INSTANCE;
    }
}
