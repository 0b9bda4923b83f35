package org.imaginghaven.governance.extract;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Extractions in PostgreSQL, as far as the governance role may see them. */
public final class JdbcExtractions implements Extractions {

    private final LedgeredStore store;

    public JdbcExtractions(LedgeredStore store) {
        this.store = store;
    }

    @Override
    public boolean covered(Key extractionKey, Key agreementKey, LocalDate today) {
        return store.jdbc().sql("""
                select exists (select from governance.extraction e
                join governance.agreement a using (agreement_key)
                join governance.project p on p.project_key = a.project_key
                where e.extraction_key = :extraction and a.agreement_key = :agreement
                and a.state = 'active' and a.starts_on <= :today and a.ends_on > :today and p.state = 'active'
                and exists (select from governance.agreement_controller c
                            where c.agreement_key = a.agreement_key and c.revoked_at is null))""")
                .param("extraction", extractionKey.value()).param("agreement", agreementKey.value())
                .param("today", today).query(Boolean.class).single();
    }

    @Override
    public Map<Part, Set<String>> involvedIn(Key extractionKey) {
        return Map.of(Part.APPLICANT, people("""
                select r.applicant from governance.extraction e join governance.agreement a using (agreement_key)
                join governance.request r using (request_key) where e.extraction_key = :key""", extractionKey),
                Part.EXTRACTOR, people("""
                        select started_by from governance.extraction where extraction_key = :key
                        union select username from governance.extraction_person where extraction_key = :key""",
                        extractionKey));
    }

    @Override
    public void recordFlaggedReview(Key extractionKey, Review review, AuditEvent event) {
        store.decide(review, event, () -> store.jdbc().sql("""
                insert into governance.extraction_person (extraction_key, username, duty)
                values (:key, :username, 'flagged-review') on conflict do nothing""")
                .param("key", extractionKey.value()).param("username", review.username()).update());
    }

    @Override
    public void keep(Review review, AuditEvent event) {
        store.decide(review, event, () -> {
        });
    }

    private Set<String> people(String sql, Key extractionKey) {
        return Set.copyOf(store.jdbc().sql(sql).param("key", extractionKey.value()).query(String.class).list());
    }
}
