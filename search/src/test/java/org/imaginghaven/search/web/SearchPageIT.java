package org.imaginghaven.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.imaginghaven.search.Population;
import org.imaginghaven.search.RunningIndex;
import org.imaginghaven.search.RunningSearch;
import org.imaginghaven.search.TestPeople;
import org.imaginghaven.search.schema.IndexWriter;
import org.imaginghaven.search.schema.PatientDocument;
import org.imaginghaven.search.schema.PatientIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page and the API over a real index and a real database. */
class SearchPageIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM_KEY = Pattern.compile("name=\"requestKey\" value=\"(req-[0-9a-z]{16})\"");

    @TempDir
    static Path secrets;
    private static JdbcClient owner;
    private static RunningSearch search;

    @BeforeAll
    static void start() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        owner = JdbcClient.create(database.connect(ZoneRole.OWNER));
        TestPeople.into(database.connect(ZoneRole.OWNER));
        List<PatientDocument> population = Population.into(database.connect(ZoneRole.GATE), 120, 21);
        try (ElasticsearchClient index = PatientIndex.connect(RunningIndex.url())) {
            new IndexWriter(index).replaceWith(population.iterator());
        }
        search = RunningSearch.start(database, RunningIndex.url(), secrets);
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void aCoordinatorSeesWhatTheInventoryHolds() throws Exception {
        String page = search.browser().signedIn("coordinator1").get("/?modality=CT&modality=MR&year=2021").body();

        long patients = owner.sql("""
                select count(distinct s.patient_key) from inventory.study s join inventory.series e using (study_key)
                where e.modality in ('CT', 'MR') and s.year = 2021""").query(Long.class).single();
        assertThat(page).contains("<dd id=\"patients\">" + patients + "</dd>")
                .contains("Exact counts, shown to you as a coordinator and recorded.")
                .contains("Modality: MR (magnetic resonance)").contains("value=\"CT\" checked=\"checked\"");
        assertThat(owner.sql("select count(*) from governance.audit_entry where action = 'exact-counts-shown'")
                .query(Integer.class).single()).isPositive();
    }

    @Test
    void aResearcherSeesBlurredCountsThatDoNotChange() throws Exception {
        RunningSearch.Browser browser = search.browser().signedIn("researcher9");
        String first = browser.get("/?modality=CT").body();

        assertThat(first).contains("Counts are blurred and rounded").doesNotContain("Exact counts");
        assertThat(withoutTokens(browser.get("/?modality=CT").body())).isEqualTo(withoutTokens(first));
        JsonNode counts = JSON.readTree(search.post("/api/counts", "researcher9", "{\"modality\":[\"CT\"]}").body());
        assertThat(counts.path("exact").asBoolean()).isFalse();
        assertThat(counts.path("patients").path("value").asInt() % 5).isZero();
        assertThat(first).contains("<dd id=\"patients\">" + counts.path("patients").path("text").asText() + "</dd>");
    }

    @Test
    void findingsOfReportsAreFiltersWithTheirMeasuredPrecision() throws Exception {
        owner.sql("""
                insert into inventory.report_finding (value, name, correct, measured, source)
                values ('pneumonia:present', 'pneumonia', 45, 50, 'made-up reports')""").update();
        String page = search.browser().signedIn("coordinator1").get("/?finding=pneumonia:present").body();

        assertThat(page).contains("Report findings", "<span>Pneumonia: present</span>",
                "Right in 45 of 50 readings of made-up reports", "Report findings: Pneumonia: present");
        JsonNode counts = JSON.readTree(search.post("/api/counts", "coordinator1",
                "{\"finding\":[\"pneumonia:present\"]}").body());
        assertThat(counts.path("precision").path("pneumonia:present").path("correct").asInt()).isEqualTo(45);
        assertThat(counts.path("patients").path("value").asInt()).isPositive()
                .isLessThan(JSON.readTree(search.post("/api/counts", "coordinator1", "{}").body()).path("patients")
                        .path("value").asInt());
    }

    @Test
    void aFormSentTwiceMakesOneRequestAndLandsOnItsPage() throws Exception {
        RunningSearch.Browser browser = search.browser().signedIn("coordinator1");
        Matcher form = FORM_KEY.matcher(browser.get("/?modality=CT").body());
        assertThat(form.find()).isTrue();
        Map<String, String> fields = Map.of("requestKey", form.group(1), "title", "Nodules on chest CT", "modality",
                "CT");

        HttpResponse<String> first = browser.submit("/?modality=CT", "/requests", fields);
        HttpResponse<String> again = browser.submit("/?modality=CT", "/requests", fields);

        assertThat(first.uri().getPath()).isEqualTo("/requests/" + form.group(1)).isEqualTo(again.uri().getPath());
        assertThat(first.body()).contains("Access requested", "Nodules on chest CT", "Modality: CT", "Started");
        assertThat(RunningSearch.started()).containsOnlyOnce(new Key(form.group(1)));
        assertThat(browser.get("/requests").body()).contains(form.group(1));
        assertThat(search.browser().signedIn("researcher9").get("/requests/" + form.group(1)).statusCode())
                .as("somebody else's").isEqualTo(404);
    }

    @Test
    void anEmptyCohortIsRefusedWithWhatToDo() throws Exception {
        HttpResponse<String> page = search.browser().signedIn("coordinator1").submit("/?modality=XA", "/requests",
                Map.of("title", "Angiograms", "modality", "XA"));

        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("<title>Error: Find a cohort",
                "No file matches these filters, so there is nothing to request. Remove a filter.",
                "value=\"Angiograms\"",
                "Few patients match, or none.");
    }

    @Test
    void wrongFiltersAreNamedAndThePageStillWorks() throws Exception {
        HttpResponse<String> page = search.browser().signedIn("coordinator1").get("/?modality=c%3Ct&surname=x");

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body())
                .contains("modality: value 1 (3 characters) is not one this facet can have.", "is unknown")
                .doesNotContain("c<t", "surname").contains("id=\"patients\"");
    }

    @Test
    void scriptsRequestTooAndARepeatIsHarmless() throws Exception {
        String key = Key.random(Key.Kind.REQUEST).value();
        String body = "{\"title\":\"Knees on MR\",\"definition\":{\"modality\":[\"MR\"],\"bodyPart\":[\"KNEE\"]},"
                + "\"requestKey\":\"" + key + "\"}";
        HttpResponse<String> first = search.post("/api/requests", "coordinator1", body);
        HttpResponse<String> again = search.post("/api/requests", "coordinator1", body);

        assertThat(first.statusCode()).isEqualTo(201);
        JsonNode made = JSON.readTree(first.body());
        assertThat(made).isEqualTo(JSON.readTree(again.body()));
        assertThat(made.path("requestKey").asText()).isEqualTo(key);
        assertThat(made.path("processInstanceKey").asLong()).isGreaterThan(4_200);
        assertThat(owner.sql("select definition::text from inventory.cohort where cohort_key = ?")
                .param(made.path("cohortKey").asText()).query(String.class).single())
                .isEqualTo("{\"bodyPart\": [\"KNEE\"], \"modality\": [\"MR\"]}");
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "").replaceAll("req-[0-9a-z]{16}", "");
    }
}
