package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.imaginghaven.demo.walk.DemoReport;
import org.imaginghaven.demo.walk.DemoReport.Verb;
import org.imaginghaven.demo.walk.DisturbedExtraction;
import org.imaginghaven.demo.walk.Walk;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.LocalStack.Setup;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.PrintedProgress;
import org.imaginghaven.local.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** All eight verbs on the real stack, then the same stack in a browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifecycleIT {

    private static final int BASE = 19500;
    private static final int PATIENTS = 24;

    @TempDir
    private static Path folder;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        // as root, database and index run as another user, who has to reach the folder
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path dist = repository().resolve("deploy/local/target/dist");
        stack = LocalStack.start(Setup.of(folder.resolve("home")).portBase(BASE).sharing(dist).untrained(), Part.all(),
                new PrintedProgress(System.out::println));
    }

    @AfterAll
    static void stopLeavesNoProcess() {
        if (stack != null) {
            stack.stop(Progress.silent());
            assertThat(stack.anyAlive()).isFalse();
        }
    }

    private static Path repository() {
        return Path.of(System.getProperty("haven.repository"));
    }

    @Test
    @Order(1)
    void anArchiveGoesThroughAllEightVerbsAndNothingLeaks() throws Exception {
        DemoReport report = Walk.run(stack, PATIENTS, folder.resolve("report.json"), System.out::println);

        assertThat(report.verbs()).extracting(Verb::verb).contains("ingest", "promote", "search", "request", "approve",
                "extract", "release", "revoke");
        assertThat(report.part("identifiersFound")).as("places: %s", report.part("identifiersFoundIn")).isEqualTo(0);
        assertThat((Integer) report.part("identifiersSearched")).isGreaterThan(1_000);
        DemoReport.Extraction extraction = (DemoReport.Extraction) report.part("extraction");
        assertThat(extraction).isNotNull();
        assertThat(extraction.reconciles()).isTrue();
        assertThat(extraction.released()).isPositive();
        assertThat(extraction.rejected()).as("flagged files that somebody reviewed").isPositive();
        DemoReport.OptOut optOut = (DemoReport.OptOut) report.part("optOut");
        assertThat(optOut).isNotNull();
        assertThat(optOut.patientFiles()).isPositive();
        assertThat(optOut.filesBefore() - optOut.filesAfter()).isEqualTo(optOut.patientFiles());
        assertThat(report.part("revocation")).isEqualTo(new DemoReport.Revocation(0));
        assertThat(((DemoReport.Audit) report.part("audit")).chainValid()).isTrue();
        assertThat(folder.resolve("report.json")).isNotEmptyFile();
    }

    @Test
    @Order(3)
    void workersAndBrokerKilledInTheMiddleOfAnExtractionComeBackAndTheNumbersReconcile() throws Exception {
        List<Long> leftToDo = new ArrayList<>();

        DemoReport.Extraction extraction = DisturbedExtraction.run(stack, key -> {
            stack.kill(Part.APP);
            leftToDo.add(pending(key));
            stack.kill(Part.BROKER);
            stack.start(Part.all(), new PrintedProgress(System.out::println));
        }, System.out::println);

        assertThat(leftToDo).singleElement(LONG).isPositive();
        assertThat(extraction.reconciles()).isTrue();
        assertThat(extraction.released()).isPositive();
    }

    private static void evidenceIsShownAndMasked(Browsing browser) throws Exception {
        Map<String, String> texts = browser.analystReadsTheEvidence(Map.of("tag",
                "/evidence/tags/" + key("select promotion_key from governance.promotion where kind = 'tag'"
                        + " and state = 'refused'"),
                "image-type",
                "/evidence/image-types/" + key("select promotion_key from governance.promotion"
                        + " where kind = 'image-type' and pixel_rule ->> 'action' <> 'clean'"),
                "batch", "/evidence/batches/" + key("select batch_key from identifiable.batch"), "extraction",
                "/evidence/extractions/" + key("select extraction_key from governance.extraction")));
        assertThat(texts).hasSize(4).allSatisfy((name, text) -> assertThat(text).startsWith("200 "));
        assertThat(texts.get("tag")).contains("Evidence for a tag", "ImageComments");
        Set<String> shown = planted().stream()
                .filter(value -> texts.values().stream().anyMatch(text -> text.contains(value)))
                .collect(Collectors.toSet());
        assertThat(shown).isEmpty();
    }

    /** Everything longer than four characters that the archive's maker planted, but dates. */
    private static Set<String> planted() throws IOException {
        Set<String> values = new HashSet<>();
        JsonNode truth = new ObjectMapper().readTree(stack.archive().resolve("run-1/truth.json").toFile());
        truth.path("files").forEach(file -> file.path("identifiers").forEach(identifier -> {
            String value = identifier.path("value").asText();
            if (value.length() > 4 && !identifier.path("kind").asText().equals("date")) {
                values.add(value);
            }
        }));
        assertThat(values).hasSizeGreaterThan(100);
        return values;
    }

    private static String key(String query) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query + " limit 1")) {
            assertThat(rows.next()).as(query).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection owner() throws SQLException {
        return DriverManager.getConnection(stack.ports().address(Part.POSTGRES), "haven_owner",
                stack.databasePassword("owner"));
    }

    private static long pending(String extractionKey) {
        try (Connection connection = owner();
                PreparedStatement query = connection.prepareStatement("select count(*) from governance.extraction_file"
                        + " where extraction_key = ? and state = 'pending'")) {
            query.setString(1, extractionKey);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException failed) {
            throw new AssertionError("the database did not say what is left to do", failed);
        }
    }

    @Test
    @Order(2)
    void peopleWorkInABrowser() throws Exception {
        assumeTrue(Browsing.chromium().isPresent(), "no Chromium on this machine, so nobody looked at the pages");
        Path pictures = repository().resolve("deploy/cli/target/screenshots");
        try (Browsing browser = Browsing.open(stack, pictures)) {
            browser.reviewerCompletesATaskInTasklist();
            browser.coordinatorSearchesAndAsksForAccess();
            browser.auditorReadsARequestsStory();
            evidenceIsShownAndMasked(browser);
            assertThat(browser.analystReadsTheEvidence(Map.of("refused", "/audit")).get("refused")).startsWith("403 ")
                    .contains("This page is not for your groups");
            Map<String, String> unknown = Map.of("unknown",
                    "/evidence/tags/" + Key.random(Key.Kind.PROMOTION).value(), "nokey",
                    "/evidence/extractions/nothing");
            assertThat(browser.analystReadsTheEvidence(unknown).values())
                    .allSatisfy(answer -> assertThat(answer).startsWith("404 ").contains("Page not found"));
            assertThat(browser.analystProposesARule()).satisfiesExactly(
                    problem -> assertThat(problem)
                            .contains("needs at least one example in \"must\" and one in \"mustNot\""),
                    evidence -> assertThat(evidence).contains("projections-are-no-names"));
        }
        try (var files = Files.list(pictures)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList()).contains("tasklist.png", "search.png",
                    "audit.png", "rule.png");
        }
    }
}
