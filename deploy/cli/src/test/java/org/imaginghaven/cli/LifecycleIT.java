package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LONG;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.imaginghaven.demo.walk.DemoReport;
import org.imaginghaven.demo.walk.DemoReport.Verb;
import org.imaginghaven.demo.walk.DisturbedExtraction;
import org.imaginghaven.demo.walk.Walk;
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

    private static long pending(String extractionKey) {
        try (Connection connection = DriverManager.getConnection(stack.ports().address(Part.POSTGRES), "haven_owner",
                stack.databasePassword("owner"));
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
        }
        try (var files = Files.list(pictures)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList()).contains("tasklist.png", "search.png",
                    "audit.png");
        }
    }
}
