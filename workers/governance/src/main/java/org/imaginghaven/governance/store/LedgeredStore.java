package org.imaginghaven.governance.store;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.governance.people.Reviews;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.WireName;
import org.imaginghaven.schema.JdbcAuditLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The governance database: changes run in a transaction that ends with their audit entry. */
public final class LedgeredStore implements Reviews {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JdbcAuditLedger ledger;

    public LedgeredStore(DataSource governance) {
        this.jdbc = JdbcClient.create(governance);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(governance));
        this.ledger = new JdbcAuditLedger(governance);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /**
     * Makes a change and writes what it was into the ledger, both or neither.
     *
     * @param change returns false when it finds itself already done; then nothing is written
     */
    public boolean change(AuditEvent event, Supplier<Boolean> change) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            boolean changed = change.get();
            if (changed) {
                ledger.append(event);
            }
            return changed;
        }));
    }

    /** As {@link #change}, for a decision of a person, which counts once however often its job is delivered. */
    public boolean decide(Review review, AuditEvent event, Runnable change) {
        return change(event, () -> {
            boolean first = insert(review);
            if (first) {
                change.run();
            }
            return first;
        });
    }

    @Override
    public void keep(Review review, AuditEvent event) {
        decide(review, event, () -> {
        });
    }

    public static @Nullable String text(@Nullable GovernanceText text) {
        return text == null ? null : text.value();
    }

    private boolean insert(Review review) {
        return jdbc.sql("""
                insert into governance.review (job_key, subject, duty, username, decision, reason)
                values (:job, :subject, :duty, :username, :decision, :reason) on conflict (job_key) do nothing""")
                .param("job", review.jobKey()).param("subject", review.subject())
                .param("duty", WireName.of(review.duty())).param("username", review.username())
                .param("decision", review.decision()).param("reason", text(review.reason())).update() == 1;
    }
}
