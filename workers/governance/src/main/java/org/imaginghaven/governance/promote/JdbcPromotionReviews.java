package org.imaginghaven.governance.promote;

import java.util.Set;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;

/** Reviews in {@code governance.review}. */
public final class JdbcPromotionReviews implements PromotionReviews {

    private final LedgeredStore store;

    public JdbcPromotionReviews(LedgeredStore store) {
        this.store = store;
    }

    @Override
    public Set<String> firstReviewers(Key promotionKey) {
        return Set.copyOf(store.jdbc().sql("""
                select distinct username from governance.review where subject = :subject and duty = :duty""")
                .param("subject", promotionKey.value()).param("duty", WireName.of(Duty.FIRST_REVIEW))
                .query(String.class).list());
    }

    @Override
    public void record(Review review, AuditEvent event) {
        store.decide(review, event, () -> {
        });
    }
}
