package org.imaginghaven.search.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.imaginghaven.search.Population;
import org.imaginghaven.search.TestPeople;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.InvalidCohort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessRequestsTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.connect(ZoneRole.OWNER));
    private final List<Key> started = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean engineAway = new AtomicBoolean();
    private final PendingStarts starts = new PendingStarts(database.connect(ZoneRole.SEARCH),
            (request, project, cohort, applicant) -> {
                if (engineAway.get()) {
                    throw new ProcessStart.EngineAway(new IOException("away"));
                }
                started.add(request);
                return 4_200L + started.size();
            });
    private final AccessRequests requests = new AccessRequests(database.connect(ZoneRole.SEARCH),
            () -> Optional.of("haven-patients-1"), starts);
    private final Key form = Key.random(Key.Kind.REQUEST);

    @BeforeEach
    void data() {
        TestPeople.into(database.connect(ZoneRole.OWNER));
        Population.into(database.connect(ZoneRole.GATE), 25, 3);
    }

    @Test
    void freezesTheCohortWithItsControllersAndStartsTheProcess() throws Exception {
        MadeRequest made = requests.make(form, "coordinator1", "Pneumonia  on chest CT ", ct());

        assertThat(made.request()).isEqualTo(form);
        assertThat(made.title()).isEqualTo("Pneumonia on chest CT");
        assertThat(made.state()).isEqualTo("draft");
        assertThat(made.definition()).isEqualTo(ct());
        assertThat(made.processInstance()).isEqualTo(4_201L);
        assertThat(owner
                .sql("""
                        select c.files = (select sum(k.files) from inventory.cohort_controller k where k.cohort_key = c.cohort_key)
                            and c.files = (select count(*) from inventory.instance i join inventory.series e using (series_key)
                                where e.modality = 'CT')
                            and c.patients = (select count(distinct s.patient_key) from inventory.study s
                                join inventory.series e using (study_key) where e.modality = 'CT')
                            and c.patients > 0 and c.data_version = 'haven-patients-1' and c.frozen_by = 'coordinator1'
                        from inventory.cohort c where c.cohort_key = ?""")
                .param(made.cohort().value()).query(Boolean.class)
                .single()).isTrue();
        assertThat(audit()).containsExactly("coordinator1 access-requested " + form + " " + made.cohort());
    }

    @Test
    void theSameFormTwiceMakesOneRequest() throws Exception {
        MadeRequest first = requests.make(form, "coordinator1", "Pneumonia on chest CT", ct());
        MadeRequest again = requests.make(form, "coordinator1", "Pneumonia on chest CT", ct());

        assertThat(again).isEqualTo(first);
        assertThat(started).containsExactly(form);
        assertThat(count("governance.request")).isOne();
        assertThat(count("inventory.cohort")).isOne();
        assertThat(audit()).hasSize(1);
    }

    @Test
    void theSameFormAtTheSameTimeMakesOneRequest() throws Exception {
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Key>> clicks = Collections.nCopies(6,
                    () -> requests.make(form, "coordinator1", "Pneumonia on chest CT", ct()).project());
            List<Key> projects = new ArrayList<>();
            for (Future<Key> click : threads.invokeAll(clicks)) {
                projects.add(click.get());
            }
            assertThat(projects).containsOnly(projects.getFirst());
        }
        assertThat(started).containsExactly(form);
        assertThat(count("governance.project")).isOne();
    }

    @Test
    void aRequestMadeWhileTheEngineIsAwayStartsLaterAndOnce() throws Exception {
        engineAway.set(true);
        MadeRequest made = requests.make(form, "coordinator1", "Pneumonia on chest CT", ct());
        assertThat(made.processInstance()).isNull();
        owner.sql("update governance.request_process set asked_at = asked_at - interval '1 minute'").update();
        starts.startAll();
        assertThat(started).isEmpty();

        engineAway.set(false);
        starts.startAll();
        starts.startAll();

        assertThat(started).containsExactly(form);
        assertThat(requests.find(form, "coordinator1").orElseThrow().processInstance()).isEqualTo(4_201L);
    }

    @Test
    void anEmptyCohortAndEverythingAreRefusedAndLeaveNothing() throws Exception {
        assertThatThrownBy(
                () -> requests.make(form, "coordinator1", "Angiograms", CohortQuery.parse("{\"modality\":[\"XA\"]}")))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage("No file matches these filters, so there is nothing to request. Remove a filter.");
        assertThatThrownBy(() -> requests.make(form, "coordinator1", "Everything", CohortQuery.all()))
                .hasMessageStartingWith("Choose at least one filter");
        assertThat(count("inventory.cohort") + count("governance.project") + count("governance.request")).isZero();
        assertThat(audit()).isEmpty();
    }

    @Test
    void beforeThereIsAnIndexNothingCanBeRequested() {
        AccessRequests early = new AccessRequests(database.connect(ZoneRole.SEARCH), Optional::empty, starts);

        assertThatThrownBy(() -> early.make(form, "coordinator1", "Pneumonia on chest CT", ct()))
                .hasMessageStartingWith("There is no data to request yet");
    }

    @Test
    void titlesThatCouldTellOfAPersonAreRefused() {
        for (String title : List.of("CT of 0101501234", "CT of 010 150 1234")) {
            assertThatThrownBy(() -> requests.make(form, "coordinator1", title, ct()))
                    .hasMessageStartingWith("The title holds a long number.");
        }
        assertThatThrownBy(() -> requests.make(form, "coordinator1", " CT ", ct()))
                .hasMessage("Give the project a title of 5 to 120 characters; this one has 2.");
    }

    @Test
    void anothersRequestIsNotShown() throws Exception {
        requests.make(form, "coordinator1", "Pneumonia on chest CT", ct());

        assertThat(requests.find(form, "researcher9")).isEmpty();
        assertThat(requests.of("researcher9")).isEmpty();
        assertThat(requests.of("coordinator1")).hasSize(1);
        assertThatThrownBy(() -> requests.make(form, "researcher9", "Pneumonia on chest CT", ct()))
                .hasMessageStartingWith("This form was used for a request of somebody else.");
    }

    private static CohortQuery ct() throws InvalidCohort {
        return CohortQuery.parse("{\"modality\":[\"CT\"]}");
    }

    private int count(String table) {
        return owner.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private List<String> audit() {
        return owner
                .sql("select actor || ' ' || action || ' ' || subject || ' ' || evidence from governance.audit_entry")
                .query(String.class).list();
    }
}
