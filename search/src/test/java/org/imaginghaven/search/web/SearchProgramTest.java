package org.imaginghaven.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.imaginghaven.search.RunningSearch;
import org.imaginghaven.search.TestPeople;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in, groups, headers and refusals: all that works without an index. */
class SearchProgramTest {

    /** Nothing listens there. */
    private static final URI NO_INDEX = URI.create("http://127.0.0.1:9");

    @TempDir
    static Path secrets;
    private static TestDatabase database;
    private static RunningSearch search;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        TestPeople.into(database.connect(ZoneRole.OWNER));
        search = RunningSearch.start(database, NO_INDEX, secrets);
    }

    @AfterAll
    static void stop() {
        search.close();
    }

    @Test
    void whoIsNotSignedInIsAskedTo() throws Exception {
        HttpResponse<String> page = search.browser().get("/");

        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        assertThat(page.body()).contains("<h1 class=\"govuk-heading-xl\">Sign in</h1>");
    }

    @Test
    void aWrongPasswordAndADisabledPersonAreRefusedAlike() throws Exception {
        for (String person : new String[]{"coordinator1", "gone1", "nobody1"}) {
            String password = person.equals("coordinator1") ? "wrong" : person;
            HttpResponse<String> page = search.browser().submit("/sign-in", "/sign-in",
                    Map.of("username", person, "password", password));
            assertThat(page.body()).as(person).contains("User name or password is wrong");
        }
    }

    @Test
    void onlyCoordinatorsAndResearchersComeIn() throws Exception {
        HttpResponse<String> page = search.browser().signedIn("analyst1").get("/requests");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("You cannot use the search page");
        assertThat(search.browser().signedIn("researcher9").get("/requests").statusCode()).isEqualTo(200);
    }

    @Test
    void losingTheGroupActsAtOnce() throws Exception {
        JdbcClient owner = JdbcClient.create(database.connect(ZoneRole.OWNER));
        owner.sql("insert into governance.person (username, display_name, password_hash) "
                + "select 'temp1', 'Temp', password_hash from governance.person where username = 'researcher9'")
                .update();
        owner.sql("insert into governance.person_group values ('temp1', 'researcher')").update();
        RunningSearch.Browser browser = search.browser();
        browser.submit("/sign-in", "/sign-in", Map.of("username", "temp1", "password", "researcher9"));
        assertThat(browser.get("/requests").statusCode()).isEqualTo(200);

        owner.sql("delete from governance.person_group where username = 'temp1'").update();

        assertThat(browser.get("/requests").statusCode()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        HttpResponse<String> page = search.browser().signedIn("coordinator1").post("/requests",
                "title=Pneumonia&modality=CT");

        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(JdbcClient.create(database.connect(ZoneRole.OWNER)).sql("select count(*) from governance.request")
                .query(Integer.class).single()).isZero();
    }

    @Test
    void everyPageCarriesItsHeaders() throws Exception {
        var headers = search.browser().get("/sign-in").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow()).contains("default-src 'none'",
                "frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    @Test
    void stylesComeWithoutTheTypefaceAndNothingElseIsServed() throws Exception {
        assertThat(search.browser().get("/assets/design.css").body()).contains(".govuk-button")
                .doesNotContain("@font-face", "GDS Transport");
        assertThat(search.browser().get("/assets/htmx.js").body()).contains("htmx");
        assertThat(search.browser().signedIn("coordinator1").get("/webjars/govuk-frontend/package.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthNeedsNoSignInAndTellsNothing() throws Exception {
        assertThat(search.browser().get("/actuator/health").body()).doesNotContain("jdbc", "postgresql");
        assertThat(search.browser().get("/actuator/env").uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void whenTheIndexIsAwayThePageSaysSoAndLeaksNothing() throws Exception {
        HttpResponse<String> page = search.browser().signedIn("coordinator1").get("/");

        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body()).contains("Sorry, this did not work").doesNotContain("Exception", "127.0.0.1:9");
        assertThat(search.post("/api/counts", "coordinator1", "{}").body()).contains("does not answer just now")
                .doesNotContain("Exception");
    }

    @Test
    void scriptsNeedBasicAndJsonAndAGroup() throws Exception {
        assertThat(search.post("/api/counts", "nobody1", "{}").statusCode()).isEqualTo(401);
        assertThat(search.post("/api/counts", "analyst1", "{}").statusCode()).isEqualTo(403);
        assertThat(search.browser().post("/api/counts", "{}").statusCode()).isEqualTo(401);
        assertThat(search.browser().signedIn("coordinator1").post("/api/counts", "{}").statusCode())
                .as("a session is no way in").isEqualTo(401);
    }

    @Test
    void badDefinitionsAreAnsweredWithEveryProblem() throws Exception {
        HttpResponse<String> answer = search.post("/api/counts", "coordinator1",
                "{\"modality\":[\"ct scan!\"],\"surname\":[\"Smith\"]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("modality: value 1 (8 characters) is not one this facet can have.",
                "Facet 2 (7 characters) is unknown").doesNotContain("Smith", "ct scan");
        assertThat(search.post("/api/requests", "coordinator1", "{\"title\":1}").body())
                .contains("Send an object with a title");
        assertThat(search.post("/api/requests", "coordinator1", "{{").body()).contains("The body is not JSON.");
        assertThat(search.post("/api/requests", "coordinator1",
                "{\"title\":\"Pneumonia\",\"definition\":{\"modality\":[\"CT\"]},\"requestKey\":\"x\"}").body())
                .contains("requestKey: not a key: 1 characters.");
    }

    @Test
    void anUnknownSettingStopsTheStart() {
        assertThatThrownBy(
                () -> RunningSearch.start(database, NO_INDEX, secrets, "--haven.databse.url=x").close())
                .hasStackTraceContaining("haven.databse");
    }

    @Test
    void inProductionPeopleSignInElsewhereAndPasswordsAreNoWayIn() throws Exception {
        String provider = "--spring.security.oauth2.client.provider.hospital.";
        String client = "--spring.security.oauth2.client.registration.hospital.";
        try (RunningSearch production = RunningSearch.start(database, NO_INDEX, secrets, "--haven.sign-in.mode=oidc",
                client + "client-id=haven", client + "client-secret=x", client + "scope=openid",
                client + "authorization-grant-type=authorization_code",
                client + "redirect-uri={baseUrl}/login/oauth2/code/{registrationId}",
                provider + "authorization-uri=http://127.0.0.1:9/authorize",
                provider + "token-uri=http://127.0.0.1:9/token",
                provider + "jwk-set-uri=http://127.0.0.1:9/keys",
                provider + "user-name-attribute=preferred_username")) {
            HttpClient browser = HttpClient.newHttpClient();
            HttpResponse<String> page = browser.send(HttpRequest.newBuilder(production.base().resolve("/"))
                    .header("Accept", "text/html").build(), HttpResponse.BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/oauth2/authorization/hospital");
            assertThat(production.post("/api/counts", "coordinator1", "{}").statusCode()).isEqualTo(403);
            browser.close();
        }
    }

    @Test
    void theKeyOfTheNoiseIsMadeOnceAndOnlyItsOwnerReadsIt() throws Exception {
        Path key = secrets.resolve("disclosure.key");
        byte[] before = Files.readAllBytes(key);

        assertThat(DisclosureKey.in(secrets)).isEqualTo(before).hasSize(32);
        assertThat(Files.getPosixFilePermissions(key)).hasToString("[OWNER_READ, OWNER_WRITE]");
        try (var left = Files.list(secrets)) {
            assertThat(left).containsExactly(key);
        }
        Path broken = Files.createDirectory(secrets.resolveSibling("broken-" + secrets.getFileName()));
        Files.write(broken.resolve("disclosure.key"), new byte[3]);
        assertThatThrownBy(() -> DisclosureKey.in(broken)).hasMessageContaining("has 3 bytes instead of 32");
    }
}
