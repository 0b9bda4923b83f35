package org.imaginghaven.governance.extract;

import java.time.Clock;
import java.time.LocalDate;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Lets an extraction begin only under an agreement that is in force today. */
public final class CheckAgreementWorker implements Job<CheckAgreementWorker.Input, Job.None> {

    private final Extractions extractions;
    private final Clock clock;

    public CheckAgreementWorker(Extractions extractions, Clock clock) {
        this.extractions = extractions;
        this.clock = clock;
    }

    public record Input(Key agreementKey, Key extractionKey) {
    }

    @Override
    public String type() {
        return "governance:check-agreement:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Refusal {
        if (!extractions.covered(input.extractionKey(), input.agreementKey(), LocalDate.now(clock))) {
            throw new Refusal(RefusalCode.AGREEMENT_ENDED);
        }
        return None.INSTANCE;
    }
}
