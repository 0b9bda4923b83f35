package org.imaginghaven.governance.release;

import java.util.Map;
import org.imaginghaven.governance.approve.Approvals;
import org.imaginghaven.governance.approve.Approvals.Notice;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Reminds the release reviewers of a package that waits. */
public final class RemindReviewerWorker implements Job<RemindReviewerWorker.Input, Job.None> {

    private final Approvals approvals;

    public RemindReviewerWorker(Approvals approvals) {
        this.approvals = approvals;
    }

    public record Input(Key releaseKey) {
    }

    @Override
    public String type() {
        return "governance:remind-reviewer:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        approvals.notice(
                new Notice(input.releaseKey(), "reminder", Duty.RELEASE_REVIEW.group(),
                        type() + ":" + context.jobKey()),
                AuditEvent.bySystem(type(), "reviewer-reminded", input.releaseKey(), Map.of()));
        return None.INSTANCE;
    }
}
