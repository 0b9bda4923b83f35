package org.imaginghaven.governance.approve;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Approvals in PostgreSQL. */
public final class JdbcApprovals implements Approvals {

    private final LedgeredStore store;

    public JdbcApprovals(LedgeredStore store) {
        this.store = store;
    }

    @Override
    public List<String> controllersOf(Key requestKey) {
        return store.jdbc().sql("""
                select c.controller from governance.request r join inventory.cohort_controller c using (cohort_key)
                where r.request_key = :key and c.files > 0 order by c.controller""").param("key", requestKey.value())
                .query(String.class).list();
    }

    @Override
    public Ballot ballot(Key requestKey) {
        List<Decision> decisions = store.jdbc().sql("""
                select d.* from governance.decision d join governance.request r using (request_key, round)
                where request_key = :key order by controller""").param("key", requestKey.value())
                .query(JdbcApprovals::decision).list();
        return new Ballot(controllersOf(requestKey), decisions, heard(requestKey, Duty.PANEL, "refuse"),
                heard(requestKey, Duty.APPEAL, "overturn"));
    }

    @Override
    public Map<Part, Set<String>> involvedIn(Key requestKey) {
        return Map.of(Part.APPLICANT, people("select applicant from governance.request where request_key = :key",
                requestKey), Part.DECIDER,
                people("select decided_by from governance.decision where request_key = :key", requestKey),
                Part.PANEL_MEMBER,
                people("select username from governance.review where subject = :key and duty = 'panel'", requestKey));
    }

    @Override
    public void record(Key requestKey, Decision decision, @Nullable Review review, AuditEvent event) {
        if (review == null) {
            store.change(event, () -> insert(requestKey, decision));
        } else {
            store.decide(review, event, () -> insert(requestKey, decision));
        }
    }

    @Override
    public void keep(Review review, AuditEvent event) {
        store.decide(review, event, () -> {
        });
    }

    @Override
    public void notice(Notice notice, AuditEvent event) {
        store.change(event, () -> store.jdbc().sql("""
                insert into governance.task_notice (subject, kind, recipient, business_key)
                values (:subject, :kind, :group, :business) on conflict (business_key) do nothing""")
                .param("subject", notice.subject().value()).param("kind", notice.kind())
                .param("group", notice.group()).param("business", notice.businessKey()).update() == 1);
    }

    @Override
    public Agreement agree(Key requestKey, LocalDate today, Agreed agreed) throws Refusal {
        Optional<Agreement> made = agreementOf(requestKey);
        if (made.isPresent()) {
            return made.get();
        }
        Ballot.Terms terms = ballot(requestKey).terms(today);
        Agreement agreement = new Agreement(Key.random(Key.Kind.AGREEMENT), terms.endsOn());
        boolean first = store.change(agreed.event(agreement, terms),
                () -> insert(requestKey, agreement, terms, today));
        return first ? agreement : agreementOf(requestKey).orElseThrow();
    }

    private Optional<Agreement> agreementOf(Key requestKey) {
        return store.jdbc().sql("select agreement_key, ends_on from governance.agreement where request_key = :key")
                .param("key", requestKey.value())
                .query((row, _) -> new Agreement(new Key(row.getString(1)), row.getObject(2, LocalDate.class)))
                .optional();
    }

    private boolean insert(Key requestKey, Agreement agreement, Ballot.Terms terms, LocalDate today) {
        int made = store.jdbc().sql("""
                insert into governance.agreement
                    (agreement_key, request_key, project_key, cohort_key, conditions, starts_on, ends_on)
                select :agreement, request_key, project_key, cohort_key, :conditions, :today, :ends
                from governance.request where request_key = :request on conflict (request_key) do nothing""")
                .param("agreement", agreement.agreementKey().value()).param("request", requestKey.value())
                .param("conditions", terms.conditions().orElse(null)).param("today", today)
                .param("ends", agreement.endsOn()).update();
        if (made == 0) {
            return false;
        }
        for (String controller : terms.controllers()) {
            store.jdbc().sql("""
                    insert into governance.agreement_controller (agreement_key, controller, report_text)
                    select :agreement, :controller, coalesce((select r.report_text and d.report_text
                        from governance.request r join governance.decision d using (request_key, round)
                        where request_key = :request and d.controller = :controller), false)""")
                    .param("agreement", agreement.agreementKey().value()).param("request", requestKey.value())
                    .param("controller", controller).update();
        }
        return true;
    }

    private boolean insert(Key requestKey, Decision decision) {
        return store.jdbc().sql("""
                insert into governance.decision
                    (request_key, round, controller, decision, conditions, ends_on, report_text, reason, decided_by)
                select request_key, round, :controller, :decision, :conditions, cast(:ends as date), :text, :reason, :by
                from governance.request where request_key = :key on conflict do nothing""")
                .param("controller", decision.controller()).param("decision", WireName.of(decision.decision()))
                .param("conditions", LedgeredStore.text(decision.conditions())).param("ends", decision.endsOn())
                .param("text", decision.reportText()).param("reason", LedgeredStore.text(decision.reason()))
                .param("by", decision.decidedBy())
                .param("key", requestKey.value()).update() == 1;
    }

    private boolean heard(Key requestKey, Duty duty, String decision) {
        // a panel or an appeal belongs to the round it was about: it comes after all decisions of that round
        return store.jdbc().sql("""
                select exists (select from governance.review v join governance.request r on r.request_key = v.subject
                where v.subject = :key and v.duty = :duty and v.decision = :decision and v.decided_at >=
                (select max(d.decided_at) from governance.decision d
                 where d.request_key = r.request_key and d.round = r.round))""").param("key", requestKey.value())
                .param("duty", WireName.of(duty)).param("decision", decision).query(Boolean.class).single();
    }

    private Set<String> people(String sql, Key requestKey) {
        return Set.copyOf(store.jdbc().sql(sql).param("key", requestKey.value()).query(String.class).list());
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        return new Decision(row.getString("controller"),
                WireName.parse(ControllerDecision.class, row.getString("decision")), text(row.getString("conditions")),
                row.getObject("ends_on", LocalDate.class), row.getBoolean("report_text"), text(row.getString("reason")),
                row.getString("decided_by"));
    }

    private static @Nullable GovernanceText text(@Nullable String stored) {
        return stored == null ? null : new GovernanceText(stored);
    }
}
