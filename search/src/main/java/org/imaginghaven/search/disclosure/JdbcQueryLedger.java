package org.imaginghaven.search.disclosure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.AuditLedger;
import org.imaginghaven.schema.JdbcAuditLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger in {@code inventory.query_ledger}; sight of exact counts goes to the audit ledger as well. */
public final class JdbcQueryLedger implements QueryLedger {

    /** Two who spend at once must not both find the same budget left. */
    private static final long LOCK = 5_120_774_331L;

    private final JdbcClient jdbc;
    private final AuditLedger audit;
    private final TransactionTemplate transaction;

    /** @param search signed in as the role of the search zone */
    public JdbcQueryLedger(DataSource search) {
        this.jdbc = JdbcClient.create(search);
        this.audit = new JdbcAuditLedger(search);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(search));
    }

    @Override
    public void spend(String username, Set<String> fingerprints, DisclosureRules rules) throws BudgetSpent {
        Verdict verdict = transaction.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", LOCK).query((row, number) -> number).list();
            List<String> fresh = unknown(username, fingerprints);
            if (fresh.isEmpty()) {
                return Verdict.FINE;
            }
            Spent spent = spentToday(username);
            if (spent.person() + fresh.size() > rules.answersPerUser()) {
                return Verdict.PERSON;
            }
            if (spent.everybody() + fresh.size() > rules.answersPerDay()) {
                return Verdict.EVERYBODY;
            }
            record(username, fresh, true);
            return Verdict.FINE;
        });
        switch (verdict) {
            case FINE -> {
                // nothing to say
            }
            case PERSON -> throw BudgetSpent.ofPerson(rules.answersPerUser());
            case EVERYBODY -> throw BudgetSpent.ofEverybody(rules.answersPerDay());
        }
    }

    @Override
    public void recordExact(String username, String fingerprint, int answers) {
        transaction.executeWithoutResult(_ -> {
            record(username, List.of(fingerprint), false);
            audit.append(new AuditEvent(username, "exact-counts-shown", "set-" + fingerprint, null,
                    Map.of("figures", Integer.toString(answers))));
        });
    }

    private enum Verdict {
        FINE, PERSON, EVERYBODY
    }

    private record Spent(int person, int everybody) {
    }

    private List<String> unknown(String username, Set<String> fingerprints) {
        return jdbc.sql("""
                select f from unnest(cast(:asked as text[])) f
                where not exists (select 1 from inventory.query_ledger q where q.noisy and q.username = :username
                    and q.fingerprint = f and q.at > now() - interval '1 day')
                order by f""").param("asked", fingerprints.toArray(String[]::new)).param("username", username)
                .query(String.class).list();
    }

    private Spent spentToday(String username) {
        return jdbc.sql("""
                select count(*) filter (where username = :username) as person, count(*) as everybody
                from inventory.query_ledger where noisy and at > now() - interval '1 day'""")
                .param("username", username)
                .query((row, number) -> new Spent(row.getInt("person"), row.getInt("everybody"))).single();
    }

    private void record(String username, List<String> fingerprints, boolean noisy) {
        jdbc.sql("""
                insert into inventory.query_ledger (username, fingerprint, noisy)
                select :username, f, :noisy from unnest(cast(:fingerprints as text[])) f""").param("username", username)
                .param("noisy", noisy).param("fingerprints", fingerprints.toArray(String[]::new)).update();
    }
}
