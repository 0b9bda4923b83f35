package org.imaginghaven.nlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.imaginghaven.nlp.report.Assertions;
import org.imaginghaven.nlp.report.Standing;
import org.imaginghaven.nlp.report.Targets;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The measured promises, on the text sets shared by developers; skipped where those are not. */
class SharedSetsTest {

    private static final Path TEXT = Path.of(System.getProperty("haven.repository", ".."))
            .resolve("../shared/data/text").normalize();

    private static Path set(String name) {
        Path file = TEXT.resolve(name);
        assumeTrue(Files.exists(file), "the shared text set " + name + " is not beside the repository");
        return file;
    }

    @Test
    void reportsWithInsertedIdentifiers() throws IOException {
        int names = 0;
        int namesFound = 0;
        int others = 0;
        int othersFound = 0;
        int kept = 0;
        int traps = 0;
        for (String line : Files.readAllLines(set("radiology-phi.jsonl"))) {
            JsonNode report = new ObjectMapper().readTree(line);
            List<Finding> findings = TextDetectors.standard().find(report.path("text").asText(),
                    KnownIdentifiers.none());
            for (JsonNode span : report.path("spans")) {
                boolean found = covered(findings, report.path("text").asText(), span);
                if (span.path("type").asText().endsWith("NAME")) {
                    names++;
                    namesFound += found ? 1 : 0;
                } else {
                    others++;
                    othersFound += found ? 1 : 0;
                }
            }
            for (JsonNode trap : report.path("retain")) {
                traps++;
                kept += findings.stream().noneMatch(finding -> finding.start() < trap.path("end").asInt()
                        && trap.path("start").asInt() < finding.end()) ? 1 : 0;
            }
        }
        assertThat((double) namesFound / names).as("recall of names").isGreaterThanOrEqualTo(0.97);
        assertThat((double) othersFound / others).as("recall of the rest").isGreaterThanOrEqualTo(0.995);
        assertThat((double) kept / traps).as("traps kept").isGreaterThanOrEqualTo(0.97);
    }

    private static boolean covered(List<Finding> findings, String text, JsonNode span) {
        for (int i = span.path("start").asInt(); i < span.path("end").asInt(); i++) {
            int at = i;
            if (Character.isLetterOrDigit(text.charAt(i))
                    && findings.stream().noneMatch(finding -> finding.start() <= at && at < finding.end())) {
                return false;
            }
        }
        return true;
    }

    @Test
    void negatedFindings() throws IOException {
        Targets targets = new Targets(Assertions.standard());
        int right = 0;
        int truePositive = 0;
        int found = 0;
        int negated = 0;
        List<String> lines = Files.readString(set("negex.tsv"), StandardCharsets.UTF_8).lines().skip(1).toList();
        for (String line : lines) {
            String[] fields = line.split("\t");
            boolean gold = fields[3].strip().startsWith("Neg");
            boolean absent = targets.assess(unquoted(fields[2]), unquoted(fields[1]))
                    .map(standing -> standing.assertion() == Standing.Assertion.ABSENT).orElse(false);
            right += gold == absent ? 1 : 0;
            truePositive += gold && absent ? 1 : 0;
            found += absent ? 1 : 0;
            negated += gold ? 1 : 0;
        }
        assertThat((double) right / lines.size()).as("accuracy").isGreaterThanOrEqualTo(0.975);
        assertThat((double) truePositive / found).as("precision of negated").isGreaterThanOrEqualTo(0.96);
        assertThat((double) truePositive / negated).as("recall of negated").isGreaterThanOrEqualTo(0.96);
    }

    private static String unquoted(String text) {
        return text.strip().replaceAll("^\"+|\"+$", "");
    }
}
