package org.imaginghaven.governance.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.store.LedgeredStore;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;

/** Requests in PostgreSQL; a move locks its row, so two deliveries of a job cannot both make it. */
public final class JdbcRequests implements Requests {

    private static final String REQUEST = """
            select request_key, project_key, cohort_key, applicant, state, round
            from governance.request where request_key = :key
            """;

    private final LedgeredStore store;

    public JdbcRequests(LedgeredStore store) {
        this.store = store;
    }

    @Override
    public Request get(Key requestKey) {
        return one(requestKey, "");
    }

    @Override
    public CohortSize sizeOf(Key cohortKey) {
        return store.jdbc().sql("select patients, files from inventory.cohort where cohort_key = :key")
                .param("key", cohortKey.value())
                .query((row, _) -> new CohortSize(row.getInt("patients"), row.getInt("files"))).optional()
                .orElse(new CohortSize(0, 0));
    }

    @Override
    public void moveTo(Key requestKey, RequestState state, AuditEvent event) {
        store.change(event, () -> move(requestKey, state));
    }

    @Override
    public void keep(Review review, AuditEvent event) {
        store.decide(review, event, () -> {
        });
    }

    @Override
    public void decide(Key requestKey, RequestState state, Review review, AuditEvent event) {
        store.decide(review, event, () -> move(requestKey, state));
    }

    @Override
    public void confirm(Key requestKey, Need need, Review review, AuditEvent event) {
        store.decide(review, event, () -> {
            move(requestKey, RequestState.IN_TRIAGE);
            store.jdbc().sql("""
                    update governance.request set purpose = :purpose, report_text = :reportText
                    where request_key = :key""").param("reportText", need.reportText())
                    .param("purpose", LedgeredStore.text(need.purpose())).param("key", requestKey.value()).update();
        });
    }

    @Override
    public void resubmit(Key requestKey, Review review, AuditEvent event) {
        store.decide(review, event, () -> {
            // data controllers returned it: the engine is already at the amendment
            if (get(requestKey).state() == RequestState.IN_APPROVAL) {
                move(requestKey, RequestState.RETURNED);
            }
            move(requestKey, RequestState.SUBMITTED);
            store.jdbc().sql("update governance.request set round = round + 1 where request_key = :key")
                    .param("key", requestKey.value()).update();
        });
    }

    @Override
    public void activate(Key requestKey, Key agreementKey, AuditEvent event) {
        store.change(event, () -> {
            boolean agreed = store.jdbc().sql("""
                    select exists (select from governance.agreement
                    where agreement_key = :agreement and request_key = :request and state = 'active')""")
                    .param("agreement", agreementKey.value()).param("request", requestKey.value())
                    .query(Boolean.class).single();
            if (!agreed) {
                throw new IllegalStateException("no active agreement for the request");
            }
            boolean moved = move(requestKey, RequestState.APPROVED);
            store.jdbc().sql("""
                    update governance.project set state = 'active' where state = 'proposed' and project_key =
                    (select project_key from governance.request where request_key = :key)""")
                    .param("key", requestKey.value()).update();
            return moved;
        });
    }

    @Override
    public void note(AuditEvent event) {
        store.change(event, () -> true);
    }

    private boolean move(Key requestKey, RequestState state) {
        Request request = one(requestKey, "for update");
        if (request.state() == state) {
            return false;
        }
        if (!request.state().mayBecome(state)) {
            throw new IllegalStateException("a request that is " + WireName.of(request.state()) + " cannot become "
                    + WireName.of(state));
        }
        store.jdbc().sql("update governance.request set state = :state, changed_at = now() where request_key = :key")
                .param("state", WireName.of(state)).param("key", requestKey.value()).update();
        return true;
    }

    private Request one(Key requestKey, String lock) {
        return store.jdbc().sql(REQUEST + lock).param("key", requestKey.value()).query(JdbcRequests::request).optional()
                .orElseThrow(() -> new IllegalStateException("there is no such request"));
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(new Key(row.getString("request_key")), new Key(row.getString("project_key")),
                new Key(row.getString("cohort_key")), row.getString("applicant"),
                WireName.parse(RequestState.class, row.getString("state")), row.getInt("round"));
    }
}
