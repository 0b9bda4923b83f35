package org.imaginghaven.governance.promote;

import java.util.Set;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** The reviews of promotions. */
public interface PromotionReviews {

    /** Everybody who was ever first reviewer of the promotion. */
    Set<String> firstReviewers(Key promotionKey);

    void record(Review review, AuditEvent event);
}
