package org.imaginghaven.governance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.imaginghaven.governance.audit.AuditChain.Verdict;
import org.imaginghaven.governance.request.ConfirmCohortWorker.CohortDecision;
import org.imaginghaven.governance.request.RecordTriageWorker.TriageDecision;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The governance zone on a real database, with people, and one request for a cohort of three data controllers. Who
 * completed a task, which only an engine knows, is said by the test.
 */
public final class House {

    public static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    public static final Key PROJECT = new Key("prj-0000000000000001");
    public static final Key COHORT = new Key("coh-0000000000000001");
    public static final Key REQUEST = new Key("req-0000000000000001");
    public static final String APPLICANT = "researcher1";

    private static final Map<String, List<String>> GROUPS = Map.ofEntries(
            Map.entry("analyst1", List.of("deid-analyst")), Map.entry("iglead", List.of("ig-lead")),
            Map.entry(APPLICANT, List.of("researcher", "coordinator", "governance-triage", "controller-north",
                    "release-reviewer")),
            Map.entry("coordinator1", List.of("coordinator")), Map.entry("triage1", List.of("governance-triage")),
            Map.entry("north1", List.of("controller-north", "panel")),
            Map.entry("central1", List.of("controller-central")),
            Map.entry("south1", List.of("controller-south", "appeals-panel")), Map.entry("panel1", List.of("panel")),
            Map.entry("appeals1", List.of("appeals-panel")), Map.entry("reviewer1", List.of("release-reviewer")),
            Map.entry("lead1", List.of("researcher-lead")),
            Map.entry("admin", List.of("deid-analyst", "ig-lead", "release-reviewer")));

    /** What was announced to the engine: message, correlation, message id. */
    public record Announced(String message, String correlation, Key messageId) {
    }

    private final TestDatabase database = TestDatabase.fresh();
    private final DataSource governance = database.connect(ZoneRole.GOVERNANCE);
    private final Map<String, String> completedBy = new HashMap<>();
    private final AtomicLong jobs = new AtomicLong(1_000);
    private final List<Announced> announced = new ArrayList<>();
    private final GovernanceZone zone = new GovernanceZone(governance,
            (_, group) -> Optional.ofNullable(completedBy.get(group)), text -> text.contains("Fraser"),
            (message, correlation, id, _) -> announced.add(new Announced(message, correlation, id)),
            Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));

    public House() {
        GROUPS.forEach((person, groups) -> {
            owner("insert into governance.person (username, display_name) values ('%s', '%s')", person, person);
            groups.forEach(group -> owner("insert into governance.person_group values ('%s', '%s')", person, group));
        });
        owner("insert into governance.data_controller values ('north', 'N'), ('central', 'C'), ('south', 'S')");
        cohort(COHORT, 40, Map.of("north", 20, "central", 15, "south", 5));
        owner("insert into governance.project (project_key, title, lead) values ('%s', 'Nodules', 'lead1')", PROJECT);
        owner("""
                insert into governance.request (request_key, project_key, cohort_key, applicant)
                values ('%s', '%s', '%s', '%s')""", REQUEST, PROJECT, COHORT, APPLICANT);
    }

    public GovernanceZone zone() {
        return zone;
    }

    public DataSource governance() {
        return governance;
    }

    public List<Announced> announced() {
        return announced;
    }

    public void cohort(Key cohort, int patients, Map<String, Integer> filesByController) {
        owner("""
                insert into inventory.cohort (cohort_key, definition, patients, studies, files, data_version, frozen_by)
                values ('%s', '{}', %s, %s, %s, 'v1', '%s')""", cohort, patients, patients,
                filesByController.values().stream().mapToInt(Integer::intValue).sum(), APPLICANT);
        filesByController.forEach((controller, files) -> owner(
                "insert into inventory.cohort_controller values ('%s', '%s', %s)", cohort, controller, files));
    }

    /** The next task that is offered to the group is completed by this person. */
    public House completed(String group, String person) {
        completedBy.put(group, person);
        return this;
    }

    /** Completed without having been assigned to anybody. */
    public House completedByNobody(String group) {
        completedBy.remove(group);
        return this;
    }

    /** Delivers a job for the first time. */
    public <O extends Record> O run(String type, Object... input) throws Exception {
        return deliver(jobs.incrementAndGet(), type, input);
    }

    /** Delivers a job of the engine, perhaps once more. */
    @SuppressWarnings("unchecked") // the caller knows what its job gives
    public <O extends Record> O deliver(long jobKey, String type, Object... input) throws Exception {
        Job<Record, Record> job = (Job<Record, Record>) zone.jobs().stream().filter(j -> j.type().equals(type))
                .findFirst().orElseThrow();
        var constructor = job.input().getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return (O) job.work((Record) constructor.newInstance(input), new JobContext(1, "process", "element", jobKey));
    }

    public static GovernanceText text(String text) {
        return new GovernanceText(text);
    }

    /** Goes from a draft to the data controllers' decisions. */
    public House untilApproval() throws Exception {
        completed("coordinator", "coordinator1").completed("governance-triage", "triage1");
        run("governance:register-request:1", REQUEST);
        run("governance:confirm-cohort:1", REQUEST,
                CohortDecision.CONFIRM, text("Nodules"), null);
        run("governance:record-triage:1", REQUEST,
                TriageDecision.ACCEPT, null);
        return this;
    }

    public String state(String table, String column, Object key) {
        return one("select state from governance.%s where %s = '%s'", table, column, key);
    }

    public String one(String sql, Object... parameters) {
        return JdbcClient.create(governance).sql(sql.formatted(parameters)).query(String.class).single();
    }

    public List<String> actions(Key subject) {
        return JdbcClient.create(governance)
                .sql("select action from governance.audit_entry where subject = :s order by seq")
                .param("s", subject.value()).query(String.class).list();
    }

    public boolean ledgerIsIntact() {
        return zone.trail().verify(Optional.empty()) instanceof Verdict.Intact;
    }

    /** Puts in place what other zones would have written. */
    public void owner(String sql, Object... parameters) {
        Stream.of(sql.formatted(parameters)).forEach(
                statement -> JdbcClient.create(database.connect(ZoneRole.OWNER)).sql(statement).update());
    }
}
