package org.imaginghaven.governance.promote;

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

/** Checks who reviewed a tag, or inspected the pixel sample of an image type, and keeps what they decided. */
public final class CheckFirstReviewWorker implements Job<CheckFirstReviewWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final PromotionReviews reviews;

    public CheckFirstReviewWorker(TaskDesk desk, PromotionReviews reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    public record Input(Key promotionKey, FirstDecision decision, @Nullable GovernanceText reason) {
    }

    @Override
    public String type() {
        return "governance:check-first-review:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.FIRST_REVIEW, context, Map.of());
        desk.screen(input.reason());
        String decision = WireName.of(input.decision());
        String subject = input.promotionKey().value();
        reviews.record(new Review(context.jobKey(), subject, Duty.FIRST_REVIEW, person, decision, input.reason()),
                new AuditEvent(person, "promotion-reviewed-first", subject, null, Map.of("decision", decision)));
        return None.INSTANCE;
    }
}
