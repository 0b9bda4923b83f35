package org.imaginghaven.governance.release;

import java.util.Map;
import org.imaginghaven.governance.extract.Extractions;
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

/** Lets a release pass only when its reviewer neither applied for it nor had hands on the extraction. */
public final class CheckReleaseReviewWorker implements Job<CheckReleaseReviewWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final Extractions extractions;

    public CheckReleaseReviewWorker(TaskDesk desk, Extractions extractions) {
        this.desk = desk;
        this.extractions = extractions;
    }

    /** What the reviewer decided. */
    public enum ReleaseDecision {
        RELEASE, REJECT
    }

    public record Input(Key releaseKey, Key extractionKey, ReleaseDecision releaseDecision,
            @Nullable GovernanceText releaseReason) {
    }

    @Override
    public String type() {
        return "governance:check-release-review:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.RELEASE_REVIEW, context, extractions.involvedIn(input.extractionKey()));
        desk.screen(input.releaseReason());
        String decision = WireName.of(input.releaseDecision());
        String subject = input.releaseKey().value();
        extractions.keep(
                new Review(context.jobKey(), subject, Duty.RELEASE_REVIEW, person, decision, input.releaseReason()),
                new AuditEvent(person, "release-reviewed", subject, input.extractionKey().value(),
                        Map.of("decision", decision)));
        return None.INSTANCE;
    }
}
