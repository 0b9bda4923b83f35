package org.imaginghaven.governance.approve;

import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** Keeps what the appeals panel decided; none of them had decided on the request before. */
public final class RecordAppealWorker implements Job<RecordAppealWorker.Input, Hearings.Output> {

    private final Hearings hearings;

    public RecordAppealWorker(Hearings hearings) {
        this.hearings = hearings;
    }

    /** What was decided. */
    public enum AppealDecision {
        UPHOLD, OVERTURN
    }

    public record Input(Key requestKey, AppealDecision appealDecision, @Nullable GovernanceText appealReason) {
    }

    @Override
    public String type() {
        return "governance:record-appeal:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Hearings.Output work(Input input, JobContext context) throws Exception {
        return hearings.keep(input.requestKey(), Duty.APPEAL, input.appealDecision(), input.appealReason(),
                "appeal-heard",
                context);
    }
}
