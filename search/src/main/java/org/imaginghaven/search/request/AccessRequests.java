package org.imaginghaven.search.request;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.AuditLedger;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.JdbcAuditLedger;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.InvalidCohort;
import org.imaginghaven.search.schema.InventoryFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Freezes a cohort and records the request for it, in one transaction, under a key that came with the form: a form that
 * is sent twice makes one request.
 */
public final class AccessRequests {

    private static final String SELECT = """
            select r.request_key, r.project_key, r.cohort_key, p.title, r.state, c.definition::text as definition,
                s.process_instance_key, r.created_at
            from governance.request r join governance.project p using (project_key)
            join inventory.cohort c using (cohort_key) left join governance.request_process s using (request_key)
            """;

    private final JdbcClient jdbc;
    private final AuditLedger audit;
    private final TransactionTemplate transaction;
    private final DataVersion data;
    private final PendingStarts starts;

    /** @param search signed in as the role of the search zone */
    public AccessRequests(DataSource search, DataVersion data, PendingStarts starts) {
        this.jdbc = JdbcClient.create(search);
        this.audit = new JdbcAuditLedger(search);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(search));
        this.data = data;
        this.starts = starts;
    }

    /**
     * Makes the request and starts its process; the process follows by itself when the engine is away.
     *
     * @param request key that the form carries; the same key again gives the same request
     * @throws RefusedRequest with what to do about it
     */
    public MadeRequest make(Key request, String applicant, String title, CohortQuery query)
            throws RefusedRequest, IOException {
        Title checked = Title.of(title);
        if (query.isAll()) {
            throw new RefusedRequest("Choose at least one filter: a request for everything cannot be made.");
        }
        String version = data.now().orElseThrow(() -> new RefusedRequest(
                "There is no data to request yet: a batch has to be ingested and its tags promoted first."));
        if (!transaction.execute(_ -> record(request, applicant, checked, query, version))) {
            throw new RefusedRequest("No file matches these filters, so there is nothing to request. Remove a filter.");
        }
        starts.start(request);
        return find(request, applicant).orElseThrow(() -> new RefusedRequest(
                "This form was used for a request of somebody else. Load the page again."));
    }

    /** A request of this applicant. */
    public Optional<MadeRequest> find(Key request, String applicant) {
        return jdbc.sql(SELECT + "where r.request_key = ? and r.applicant = ?").param(request.value()).param(applicant)
                .query(AccessRequests::made).optional();
    }

    /** The applicant's requests, newest first. */
    public List<MadeRequest> of(String applicant) {
        return jdbc.sql(SELECT + "where r.applicant = ? order by r.created_at desc limit 100").param(applicant)
                .query(AccessRequests::made).list();
    }

    private boolean record(Key request, String applicant, Title title, CohortQuery query, String version) {
        // whoever sends the same form at the same time waits here
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").param(request.value())
                .query((row, number) -> number).list();
        if (jdbc.sql("select 1 from governance.request where request_key = ?").param(request.value())
                .query(Integer.class).optional().isPresent()) {
            return true;
        }
        List<Share> shares = count(query);
        if (shares.isEmpty()) {
            return false;
        }
        Key cohort = freeze(query, applicant, version, shares);
        Key project = Key.random(Key.Kind.PROJECT);
        jdbc.sql("insert into governance.project (project_key, title, lead) values (?, ?, ?)").param(project.value())
                .param(title.text()).param(applicant).update();
        jdbc.sql("insert into governance.request (request_key, project_key, cohort_key, applicant) values (?, ?, ?, ?)")
                .param(request.value()).param(project.value()).param(cohort.value()).param(applicant).update();
        jdbc.sql("insert into governance.request_process (request_key) values (?)").param(request.value()).update();
        audit.append(new AuditEvent(applicant, "access-requested", request.value(), cohort.value(),
                Map.of("patients", Integer.toString(shares.getFirst().patients()), "files",
                        Integer.toString(shares.stream().mapToInt(Share::files).sum()), "controllers",
                        Integer.toString(shares.size()), "project", project.value(), "dataVersion", version)));
        return true;
    }

    /** What one data controller has of the cohort, beside the counts of the whole cohort. */
    private record Share(String controller, int files, int patients, int studies) {
    }

    /** In one statement, so that all counts are of the same moment. */
    private List<Share> count(CohortQuery query) {
        InventoryFilter filter = InventoryFilter.of(query);
        return jdbc.sql("with chosen as (select i.controller, s.study_key, p.patient_key " + InventoryFilter.FROM
                + " where " + filter.condition() + ") " + """
                        select controller, count(*) as files,
                            (select count(distinct patient_key) from chosen) as patients,
                            (select count(distinct study_key) from chosen) as studies
                        from chosen group by controller order by controller""").params(filter.parameters())
                .query((row, number) -> new Share(row.getString("controller"), row.getInt("files"),
                        row.getInt("patients"), row.getInt("studies")))
                .list();
    }

    private Key freeze(CohortQuery query, String applicant, String version, List<Share> shares) {
        Key cohort = Key.random(Key.Kind.COHORT);
        Share whole = shares.getFirst();
        jdbc.sql("""
                insert into inventory.cohort
                    (cohort_key, definition, patients, studies, files, data_version, frozen_by)
                values (?, ?::jsonb, ?, ?, ?, ?, ?)""").param(cohort.value()).param(query.toJson())
                .param(whole.patients()).param(whole.studies()).param(shares.stream().mapToInt(Share::files).sum())
                .param(version).param(applicant).update();
        shares.forEach(share -> jdbc
                .sql("insert into inventory.cohort_controller (cohort_key, controller, files) values (?, ?, ?)")
                .param(cohort.value()).param(share.controller()).param(share.files()).update());
        return cohort;
    }

    private static MadeRequest made(ResultSet row, int number) throws SQLException {
        try {
            Object process = row.getObject("process_instance_key");
            return new MadeRequest(new Key(row.getString("request_key")), new Key(row.getString("project_key")),
                    new Key(row.getString("cohort_key")), row.getString("title"), row.getString("state"),
                    CohortQuery.parse(row.getString("definition")), process instanceof Long key ? key : null,
                    row.getTimestamp("created_at").toInstant());
        } catch (InvalidCohort e) {
            throw new SQLException("a frozen cohort is not of the grammar", e);
        }
    }
}
