package org.imaginghaven.schema;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.AuditLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Appends to the ledger through {@code governance.audit_append}, the only way in that any role has.
 *
 * <p>Refuses to write outside a transaction: the entry and the change it is about are kept or lost together. The ledger
 * has one end, so a transaction holds it from its first entry until it commits: append last and commit soon.
 */
public final class JdbcAuditLedger implements AuditLedger {

    private final JdbcClient jdbc;

    /** @param zone the data source whose transaction manager runs the caller's transaction */
    public JdbcAuditLedger(DataSource zone) {
        this.jdbc = JdbcClient.create(zone);
    }

    @Override
    public void append(AuditEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("an audit entry belongs in the transaction of the change it is about");
        }
        List<Map.Entry<String, String>> details = List.copyOf(event.details().entrySet());
        jdbc.sql("""
                select governance.audit_append(:actor, :action, :subject, :evidence,
                    jsonb_object(cast(:names as text[]), cast(:values as text[])))""")
                .param("actor", event.actor()).param("action", event.action()).param("subject", event.subject())
                .param("evidence", event.evidence())
                .param("names", details.stream().map(Map.Entry::getKey).toArray(String[]::new))
                .param("values", details.stream().map(Map.Entry::getValue).toArray(String[]::new))
                .query(Long.class).single();
    }
}
