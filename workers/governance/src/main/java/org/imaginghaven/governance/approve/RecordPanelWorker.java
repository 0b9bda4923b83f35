package org.imaginghaven.governance.approve;

import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** Keeps what the panel decided about a large cohort on which data controllers disagree. */
public final class RecordPanelWorker implements Job<RecordPanelWorker.Input, Hearings.Output> {

    private final Hearings hearings;

    public RecordPanelWorker(Hearings hearings) {
        this.hearings = hearings;
    }

    /** What was decided. */
    public enum PanelDecision {
        APPROVE, REFUSE
    }

    public record Input(Key requestKey, PanelDecision panelDecision, @Nullable GovernanceText panelReason) {
    }

    @Override
    public String type() {
        return "governance:record-panel:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Hearings.Output work(Input input, JobContext context) throws Exception {
        return hearings.keep(input.requestKey(), Duty.PANEL, input.panelDecision(), input.panelReason(),
                "panel-decided",
                context);
    }
}
