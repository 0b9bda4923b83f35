package org.imaginghaven.governance.extract;

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

/** Keeps who reviewed the flagged files: from now on that person may not review the release. */
public final class RecordFlaggedReviewWorker implements Job<RecordFlaggedReviewWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Extractions extractions;

    public RecordFlaggedReviewWorker(TaskDesk desk, Extractions extractions) {
        this.desk = desk;
        this.extractions = extractions;
    }

    /** What becomes of the flagged files. */
    public enum FlaggedDecision {
        REJECT, REPROCESS
    }

    public record Input(Key extractionKey, FlaggedDecision flaggedDecision, @Nullable GovernanceText flaggedReason) {
    }

    @Override
    public String type() {
        return "governance:record-flagged-review:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.FLAGGED_REVIEW, context, Map.of());
        desk.screen(input.flaggedReason());
        String decision = WireName.of(input.flaggedDecision());
        String subject = input.extractionKey().value();
        extractions.recordFlaggedReview(input.extractionKey(),
                new Review(context.jobKey(), subject, Duty.FLAGGED_REVIEW, person, decision, input.flaggedReason()),
                new AuditEvent(person, "flagged-files-reviewed", subject, null, Map.of("decision", decision)));
        return None.INSTANCE;
    }
}
