package org.imaginghaven.governance.approve;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.imaginghaven.governance.approve.Approvals.Agreement;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;

/**
 * Makes the agreement from the decisions as they are recorded, whatever the process believes: every data controller
 * must have decided, and the scope is only what those who approved are responsible for.
 */
public final class MakeAgreementWorker implements Job<MakeAgreementWorker.Input, MakeAgreementWorker.Output> {

    private final Approvals approvals;
    private final Clock clock;

    public MakeAgreementWorker(Approvals approvals, Clock clock) {
        this.approvals = approvals;
        this.clock = clock;
    }

    public record Input(Key requestKey) {
    }

    /** @param endsOn the first day without access */
    public record Output(Key agreementKey, LocalDate endsOn) {
    }

    @Override
    public String type() {
        return "governance:make-agreement:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Refusal {
        Agreement agreement = approvals.agree(input.requestKey(), LocalDate.now(clock),
                (made, terms) -> AuditEvent.bySystem(type(), "agreement-made", input.requestKey(),
                        Map.of("agreement", made.agreementKey().value(), "controllers",
                                String.join(" ", terms.controllers()), "endsOn", made.endsOn().toString())));
        return new Output(agreement.agreementKey(), agreement.endsOn());
    }
}
