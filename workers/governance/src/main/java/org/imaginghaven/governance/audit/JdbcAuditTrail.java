package org.imaginghaven.governance.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in PostgreSQL, read as the governance zone. */
public final class JdbcAuditTrail implements AuditTrail {

    private static final String COLUMNS = """
            select seq, at, actor, action, subject, evidence, details::text as details, prev_hash, hash
            from governance.audit_entry
            """;

    private final JdbcClient jdbc;
    private final TransactionTemplate snapshot;

    public JdbcAuditTrail(DataSource governance) {
        JdbcTemplate template = new JdbcTemplate(governance);
        template.setFetchSize(1_000);
        this.jdbc = JdbcClient.create(template);
        this.snapshot = new TransactionTemplate(new DataSourceTransactionManager(governance));
        this.snapshot.setReadOnly(true);
    }

    @Override
    public List<AuditEntry> latest(int limit, long beforeSeq) {
        return jdbc.sql(COLUMNS + "where seq < :before order by seq desc limit :limit").param("before", beforeSeq)
                .param("limit", limit).query(JdbcAuditTrail::entry).list();
    }

    @Override
    public List<AuditEntry> about(List<String> subjects) {
        return jdbc.sql(COLUMNS + "where subject = any(:subjects) order by seq")
                .param("subjects", subjects.toArray(String[]::new)).query(JdbcAuditTrail::entry).list();
    }

    @Override
    public AuditChain.Verdict verify(Optional<AuditChain.Head> earlier) {
        AuditChain chain = earlier.map(AuditChain::expecting).orElseGet(AuditChain::fromStart);
        // PostgreSQL streams rows only inside a transaction
        snapshot.executeWithoutResult(_ -> {
            try (Stream<AuditEntry> entries = jdbc.sql(COLUMNS + "order by seq").query(JdbcAuditTrail::entry)
                    .stream()) {
                entries.forEach(chain::accept);
            }
        });
        return chain.verdict();
    }

    private static AuditEntry entry(ResultSet row, int number) throws SQLException {
        return new AuditEntry(row.getLong("seq"), row.getTimestamp("at").toInstant(), row.getString("actor"),
                row.getString("action"), row.getString("subject"), row.getString("evidence"),
                row.getString("details"), row.getBytes("prev_hash"), row.getBytes("hash"));
    }
}
