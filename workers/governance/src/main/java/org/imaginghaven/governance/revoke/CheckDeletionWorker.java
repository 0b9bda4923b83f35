package org.imaginghaven.governance.revoke;

import java.util.Map;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** Keeps whether a project's lead confirmed that every copy of what was withdrawn is gone. */
public final class CheckDeletionWorker implements Job<CheckDeletionWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Revocations revocations;

    public CheckDeletionWorker(TaskDesk desk, Revocations revocations) {
        this.desk = desk;
        this.revocations = revocations;
    }

    public record Input(Key revocationKey, boolean deletionConfirmed, @Nullable GovernanceText deletionNote) {
    }

    @Override
    public String type() {
        return "governance:check-deletion:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.CONFIRM_DELETION, context, Map.of());
        desk.screen(input.deletionNote());
        String decision = input.deletionConfirmed() ? "confirmed" : "not-confirmed";
        String subject = input.revocationKey().value();
        revocations.keep(
                new Review(context.jobKey(), subject, Duty.CONFIRM_DELETION, person, decision, input.deletionNote()),
                new AuditEvent(person, "deletion-answered", subject, null, Map.of("decision", decision)));
        return None.INSTANCE;
    }
}
