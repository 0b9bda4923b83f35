package org.imaginghaven.governance.revoke;

import org.imaginghaven.governance.revoke.Revocations.Withdrawal;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;

/** Counts what is still released although it had to go; anything at all keeps the revocation open. */
public final class CheckWithdrawalWorker implements Job<CheckWithdrawalWorker.Input, CheckWithdrawalWorker.Output> {

    private final Revocations revocations;

    public CheckWithdrawalWorker(Revocations revocations) {
        this.revocations = revocations;
    }

    public record Input(Key revocationKey) {
    }

    public record Output(int filesLeft) {
    }

    @Override
    public String type() {
        return "governance:check-withdrawal:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) throws Refusal {
        Withdrawal withdrawal = revocations.withdrawal(revocations.get(input.revocationKey()));
        if (!withdrawal.isComplete()) {
            throw new Refusal(RefusalCode.REVOCATION_INCOMPLETE);
        }
        return new Output(withdrawal.filesLeft());
    }
}
