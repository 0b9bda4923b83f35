package org.imaginghaven.governance.promote;

import java.util.Map;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Checks that the second pair of eyes is not the first, and keeps what they decided. */
public final class CheckSecondReviewWorker implements Job<CheckSecondReviewWorker.Input, Job.None> {

    private final TaskDesk desk;
    private final PromotionReviews reviews;

    public CheckSecondReviewWorker(TaskDesk desk, PromotionReviews reviews) {
        this.desk = desk;
        this.reviews = reviews;
    }

    public record Input(Key promotionKey, SecondDecision decision, @Nullable GovernanceText reason) {
    }

    @Override
    public String type() {
        return "governance:check-second-review:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Exception {
        String person = desk.admit(Duty.SECOND_REVIEW, context,
                Map.of(Part.FIRST_REVIEWER, reviews.firstReviewers(input.promotionKey())));
        desk.screen(input.reason());
        String decision = WireName.of(input.decision());
        String subject = input.promotionKey().value();
        reviews.record(new Review(context.jobKey(), subject, Duty.SECOND_REVIEW, person, decision, input.reason()),
                new AuditEvent(person, "promotion-reviewed-second", subject, null, Map.of("decision", decision)));
        return None.INSTANCE;
    }
}
