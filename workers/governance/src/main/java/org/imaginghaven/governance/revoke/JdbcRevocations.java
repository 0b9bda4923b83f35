package org.imaginghaven.governance.revoke;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Revocations in PostgreSQL. */
public final class JdbcRevocations implements Revocations {

    private final LedgeredStore store;

    public JdbcRevocations(LedgeredStore store) {
        this.store = store;
    }

    @Override
    public Revocation get(Key revocationKey) {
        return store.jdbc().sql("""
                select kind, subject, state from governance.revocation where revocation_key = :key""")
                .param("key", revocationKey.value())
                .query((row, _) -> new Revocation(revocationKey,
                        WireName.parse(RevocationKind.class, row.getString("kind")), row.getString("subject"),
                        row.getString("state")))
                .optional().orElseThrow(() -> new IllegalStateException("there is no such revocation"));
    }

    @Override
    public void request(Revocation revocation, String requestedBy, @Nullable GovernanceText reason,
            AuditEvent event) {
        store.change(event, () -> insert(revocation, requestedBy, LedgeredStore.text(reason)));
    }

    @Override
    public String demandSubject(RevocationKind kind, String subject) {
        String known = switch (kind) {
            case PROJECT -> "select exists (select from governance.project where project_key = :subject)";
            case AGREEMENT -> "select exists (select from governance.agreement where agreement_key = :subject)";
            case CONTROLLER -> "select exists (select from governance.data_controller where code = :subject)";
            case TAG, IMAGE_TYPE -> "select exists (select from governance.promotion where promotion_key = :subject)";
            case PATIENT -> "select :subject ~ '^opt-[0-9a-z]{16}$'";
        };
        if (!store.jdbc().sql(known).param("subject", subject).query(Boolean.class).single()) {
            throw new IllegalArgumentException(
                    "There is no such " + WireName.of(kind) + " to revoke: give its key, as the audit page shows it.");
        }
        return subject;
    }

    @Override
    public List<Key> extractionsInFlight(Revocation revocation) {
        return subject("select e.extraction_key " + AffectedExtractions.of(revocation.kind()) + """
                 and e.state in ('planned', 'extracting', 'in-review', 'verified')
                and not exists (select from governance.release r where r.extraction_key = e.extraction_key
                                and r.state in ('released', 'rejected', 'withdrawn'))
                order by 1""", revocation).query(String.class).list().stream().map(Key::new).toList();
    }

    @Override
    public void begin(Revocation revocation, AuditEvent event) {
        store.change(event, () -> {
            boolean begins = store.jdbc().sql("""
                    update governance.revocation set state = 'withdrawing'
                    where revocation_key = :key and state = 'requested'""")
                    .param("key", revocation.revocationKey().value()).update() == 1;
            if (begins) {
                end(revocation);
            }
            return begins;
        });
    }

    private void end(Revocation revocation) {
        switch (revocation.kind()) {
            case PROJECT -> {
                subject("update governance.project set state = 'revoked' where project_key = :subject", revocation)
                        .update();
                subject("update governance.agreement set state = 'revoked' where project_key = :subject"
                        + " and state = 'active'", revocation).update();
            }
            case AGREEMENT -> subject("update governance.agreement set state = 'revoked' where agreement_key = :subject"
                    + " and state = 'active'", revocation).update();
            case CONTROLLER -> {
                subject("update governance.agreement_controller set revoked_at = now() where controller = :subject"
                        + " and revoked_at is null", revocation).update();
                store.jdbc().sql("""
                        update governance.agreement a set state = 'revoked' where state = 'active' and not exists
                        (select from governance.agreement_controller c
                         where c.agreement_key = a.agreement_key and c.revoked_at is null)""").update();
            }
            case PATIENT, TAG, IMAGE_TYPE -> {
                // the identifiable zone and the gate end these: governance sees neither patients nor tags
            }
        }
    }

    @Override
    public Withdrawal withdrawal(Revocation revocation) {
        Withdrawal found = store.jdbc().sql("""
                select count(*) as releases, count(*) filter (where r.state <> 'withdrawn') as unconfirmed,
                    coalesce(sum(files_before), 0) as before, coalesce(sum(files_removed), 0) as removed,
                    coalesce(sum(files_after), 0) as after,
                    coalesce(sum((select count(*) from governance.extraction_file f
                        join governance.release l on l.extraction_key = f.extraction_key
                        where l.release_key = r.release_key and f.state = 'released' and (
                            exists (select from governance.revocation_item i
                                where i.revocation_key = r.revocation_key and i.release_key = r.release_key
                                and i.item = f.item)
                            or not exists (select from governance.revocation_item i
                                where i.revocation_key = r.revocation_key and i.release_key = r.release_key)))), 0)
                        as left_over
                from governance.revocation_release r where r.revocation_key = :key""")
                .param("key", revocation.revocationKey().value())
                .query((row, _) -> new Withdrawal(row.getInt("releases"), row.getInt("unconfirmed"),
                        row.getInt("before"), row.getInt("removed"), row.getInt("after"), row.getInt("left_over")))
                .single();
        int overlooked = overlooked(revocation);
        return new Withdrawal(found.releases(), found.unconfirmed(), found.filesBefore(), found.filesRemoved(),
                found.filesAfter(), found.filesLeft() + overlooked);
    }

    /** Files of releases that rest on the subject but that nobody listed: counted without trusting the gate's list. */
    private int overlooked(Revocation revocation) {
        if (revocation.kind() == RevocationKind.PATIENT || revocation.kind() == RevocationKind.CONTROLLER) {
            // which files these touch only the gate can know
            return 0;
        }
        return subject("select count(*) from governance.extraction_file f where f.state = 'released'"
                + " and f.extraction_key in (select e.extraction_key " + AffectedExtractions.of(revocation.kind())
                + ") and not exists (select from governance.revocation_release v join governance.release l"
                + " using (release_key) where v.revocation_key = :revocation and l.extraction_key = f.extraction_key)",
                revocation).param("revocation", revocation.revocationKey().value()).query(Integer.class).single();
    }

    @Override
    public void keep(Review review, AuditEvent event) {
        store.decide(review, event, () -> {
        });
    }

    @Override
    public void escalate(Review review, AuditEvent event) {
        store.decide(review, event, () -> store.jdbc().sql("""
                update governance.revocation set state = 'escalated'
                where revocation_key = :key and state = 'withdrawing'""").param("key", review.subject()).update());
    }

    @Override
    public Map<String, String> deletionDecisions(Revocation revocation) {
        Map<String, String> decisions = new HashMap<>();
        store.jdbc().sql("""
                select distinct on (duty) duty, decision from governance.review where subject = :key
                order by duty, decided_at desc""").param("key", revocation.revocationKey().value())
                .query(row -> {
                    decisions.put(row.getString("duty"), row.getString("decision"));
                });
        return decisions;
    }

    @Override
    public void certify(Revocation revocation, Map<String, String> certificate, AuditEvent event) {
        store.change(event, () -> store.jdbc().sql("""
                update governance.revocation set state = 'certified', certified_at = now(),
                    certificate = jsonb_object(cast(:names as text[]), cast(:values as text[]))
                where revocation_key = :key and state <> 'certified'""")
                .param("names", certificate.keySet().toArray(String[]::new))
                .param("values", certificate.values().toArray(String[]::new))
                .param("key", revocation.revocationKey().value()).update() == 1);
    }

    @Override
    public List<Key> endExpired(LocalDate today, Ended ended) {
        List<Key> revocations = new ArrayList<>();
        for (String agreement : store.jdbc().sql("""
                select agreement_key from governance.agreement where state = 'active' and ends_on <= :today
                order by ends_on""").param("today", today).query(String.class).list()) {
            Key revocation = Key.random(Key.Kind.REVOCATION);
            boolean ends = store.change(ended.event(new Key(agreement), revocation), () -> store.jdbc().sql("""
                    update governance.agreement set state = 'ended' where agreement_key = :key and state = 'active'""")
                    .param("key", agreement).update() == 1
                    && insert(new Revocation(revocation, RevocationKind.AGREEMENT, agreement, "requested"),
                            "system:access-sweep", null));
            if (ends) {
                revocations.add(revocation);
            }
        }
        return revocations;
    }

    @Override
    public List<Key> notBegun() {
        return store.jdbc().sql("select revocation_key from governance.revocation where state = 'requested' order by 1")
                .query(String.class).list().stream().map(Key::new).toList();
    }

    private boolean insert(Revocation revocation, String requestedBy, @Nullable String reason) {
        return store.jdbc().sql("""
                insert into governance.revocation (revocation_key, kind, subject, requested_by, reason)
                values (:key, :kind, :subject, :by, :reason) on conflict (revocation_key) do nothing""")
                .param("key", revocation.revocationKey().value()).param("kind", WireName.of(revocation.kind()))
                .param("subject", revocation.subject()).param("by", requestedBy).param("reason", reason)
                .update() == 1;
    }

    private JdbcClient.StatementSpec subject(String sql, Revocation revocation) {
        return store.jdbc().sql(sql).param("subject", revocation.subject());
    }
}
