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

/** Keeps that a coordinator stands behind the cohort, and what it is for. */
public final class ConfirmCohortWorker implements Job<ConfirmCohortWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Requests requests;

    public ConfirmCohortWorker(TaskDesk desk, Requests requests) {
        this.desk = desk;
        this.requests = requests;
    }

    /** What the coordinator decided. */
    public enum CohortDecision {
        CONFIRM, WITHDRAW
    }

    /** @param reportText whether the research needs the text of reports; not said is no */
    public record Input(Key requestKey, CohortDecision cohortDecision, @Nullable GovernanceText purpose,
            @Nullable Boolean reportText) {
    }

    @Override
    public String type() {
        return "governance:confirm-cohort:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.CONFIRM_COHORT, context, Map.of());
        desk.screen(input.purpose());
        String subject = input.requestKey().value();
        String decision = WireName.of(input.cohortDecision());
        Review review = new Review(context.jobKey(), subject, Duty.CONFIRM_COHORT, person, decision, null);
        switch (input.cohortDecision()) {
            case CONFIRM -> {
                boolean reportText = Boolean.TRUE.equals(input.reportText());
                requests.confirm(input.requestKey(), new Requests.Need(input.purpose(), reportText), review,
                        new AuditEvent(person, "cohort-confirmed", subject, null,
                                reportText ? Map.of("reportText", "asked") : Map.of()));
            }
            case WITHDRAW -> requests.keep(review, new AuditEvent(person, "cohort-declined", subject, null, Map.of()));
        }
        return None.INSTANCE;
    }
}
