package org.imaginghaven.search.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.imaginghaven.kernel.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the processes of requests, once each, and again later when the engine did not answer.
 *
 * <p>The row of a request is locked while its process is started, so two never start the same. Only a crash between the
 * engine's answer and the commit, some milliseconds, could start one twice; both instances would then tell of the same
 * request and the second would find everything done already.
 */
public final class PendingStarts {

    private static final Logger LOG = LoggerFactory.getLogger(PendingStarts.class);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ProcessStart engine;

    public PendingStarts(DataSource search, ProcessStart engine) {
        this.jdbc = JdbcClient.create(search);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(search));
        this.engine = engine;
    }

    /** Starts the process of a request unless it is started or being started; leaves it for later when that fails. */
    public void start(Key request) {
        transaction.executeWithoutResult(_ -> jdbc.sql("""
                select r.project_key, r.cohort_key, r.applicant
                from governance.request_process s join governance.request r using (request_key)
                where s.request_key = ? and s.process_instance_key is null for update of s skip locked""")
                .param(request.value()).query(Pending::of).optional().ifPresent(pending -> start(request, pending)));
    }

    /** Starts what could not be started before. */
    public void startAll() {
        List<String> keys = jdbc.sql("""
                select request_key from governance.request_process
                where process_instance_key is null and asked_at < now() - interval '5 seconds' order by asked_at
                limit 100""").query(String.class).list();
        keys.forEach(key -> start(new Key(key)));
    }

    private void start(Key request, Pending pending) {
        try {
            long instance = engine.start(request, pending.project(), pending.cohort(), pending.applicant());
            jdbc.sql("""
                    update governance.request_process set process_instance_key = ?, started_at = now()
                    where request_key = ?""").param(instance).param(request.value()).update();
        } catch (ProcessStart.EngineAway e) {
            LOG.warn("the process engine does not answer; request {} will be started later", request);
        }
    }

    private record Pending(Key project, Key cohort, String applicant) {
        static Pending of(ResultSet row, int number) throws SQLException {
            return new Pending(new Key(row.getString("project_key")), new Key(row.getString("cohort_key")),
                    row.getString("applicant"));
        }
    }
}
