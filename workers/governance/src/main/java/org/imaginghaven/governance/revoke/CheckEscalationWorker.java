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
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Keeps what information governance did when a project's lead did not confirm a deletion. */
public final class CheckEscalationWorker implements Job<CheckEscalationWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Revocations revocations;

    public CheckEscalationWorker(TaskDesk desk, Revocations revocations) {
        this.desk = desk;
        this.revocations = revocations;
    }

    /** How the escalation ended. */
    public enum EscalationDecision {
        CONFIRMED, SANCTION
    }

    public record Input(Key revocationKey, EscalationDecision escalationDecision,
            @Nullable GovernanceText escalationNote) {
    }

    @Override
    public String type() {
        return "governance:check-escalation:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.ESCALATE_DELETION, context, Map.of());
        desk.screen(input.escalationNote());
        String decision = WireName.of(input.escalationDecision());
        String subject = input.revocationKey().value();
        revocations.escalate(
                new Review(context.jobKey(), subject, Duty.ESCALATE_DELETION, person, decision,
                        input.escalationNote()),
                new AuditEvent(person, "deletion-escalated", subject, null, Map.of("decision", decision)));
        return None.INSTANCE;
    }
}
