package org.imaginghaven.governance.task;

import java.util.Map;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.Reviews;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Keeps who completed a task of ingest, extraction or revocation, once it is sure that they belong to its group. */
public final class RecordTaskWorker implements Job<RecordTaskWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Reviews reviews;

    public RecordTaskWorker(TaskDesk desk, Reviews reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    /** The tasks that the models send here. */
    public enum HumanTask {
        INVESTIGATE_BATCH(Duty.INVESTIGATE_BATCH), RESOLVE_MAPPING(Duty.RESOLVE_MAPPING), REVIEW_QUARANTINE(
                Duty.REVIEW_QUARANTINE), INVESTIGATE_EXTRACTION(
                        Duty.INVESTIGATE_EXTRACTION), RESOLVE_REVOCATION(Duty.RESOLVE_REVOCATION);

        private final Duty duty;

        HumanTask(Duty duty) {
            this.duty = duty;
        }
    }

    /** Every decision that one of these tasks offers. */
    public enum TaskDecision {
        RETRY, CLOSE, RESOLVED, LEAVE_PROVISIONAL, REJECT, DISCARD, DONE
    }

    public record Input(HumanTask task, Key subject, TaskDecision decision, @Nullable GovernanceText reason) {
    }

    @Override
    public String type() {
        return "governance:record-task:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        Duty duty = input.task().duty;
        String person = desk.admit(duty, context, Map.of());
        desk.screen(input.reason());
        String decision = WireName.of(input.decision());
        String subject = input.subject().value();
        reviews.keep(new Review(context.jobKey(), subject, duty, person, decision, input.reason()),
                new AuditEvent(person, "task-completed", subject, null,
                        Map.of("task", WireName.of(input.task()), "decision", decision)));
        return None.INSTANCE;
    }
}
