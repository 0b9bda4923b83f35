package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the decision tables, its edges, and what nobody foresaw. The last column is the row that answers. */
class DecisionTableTest {

    private static final String RISK = """
            false, 0, 1,    low,    1
            false, 0, 50,   low,    1
            false, 0, 51,   medium, 2
            false, 0, 1000, medium, 2
            true,  0, 1,    medium, 3
            true,  0, 20,   medium, 3
            true,  0, 21,   high,   4
            false, 0, 1001, high,   4
            false, 1, 5,    high,   4
            true,  1, 5,    high,   4
            false, 0, 0,    high,   4
            false, 0, -1,   high,   4
            false, -1, 5,   high,   4
            ,      0, 5,    high,   4
            false, ,  5,    high,   4
            false, 0, ,     high,   4
            """;

    private static final String OUTCOME = """
            3, 0, 0, 0, 3, 10,   approved, false, 1
            1, 0, 0, 0, 1, 9999, approved, false, 1
            0, 0, 0, 1, 1, 10,   returned, false, 2
            2, 0, 0, 1, 3, 10,   returned, false, 2
            0, 1, 1, 1, 3, 10,   returned, false, 2
            2, 1, 0, 0, 3, 1001, partial,  true,  3
            1, 1, 1, 0, 3, 1001, partial,  true,  3
            2, 1, 0, 0, 3, 1000, partial,  false, 4
            1, 1, 1, 0, 3, 1,    partial,  false, 4
            2, 0, 1, 0, 3, 10,   partial,  false, 5
            2, 0, 1, 0, 3, 5000, partial,  false, 5
            0, 3, 0, 0, 3, 10,   refused,  false, 6
            0, 0, 3, 0, 3, 10,   refused,  false, 6
            0, 1, 2, 0, 3, 5000, refused,  false, 6
            0, 0, 0, 0, 0, 10,   refused,  false, 6
            2, 0, 0, 0, 3, 10,   refused,  false, 6
            4, 0, 0, 0, 3, 10,   refused,  false, 6
            4, -1, 0, 0, 3, 10,  refused,  false, 6
            3, 0, 0, 0, 3, 0,    refused,  false, 6
            2, 1, 0, 0, 3, 0,    refused,  false, 6
            3, 0, 0, 0, 3, ,     refused,  false, 6
            ,  0, 0, 0, 3, 10,   refused,  false, 6
            3, 0, 0, 0, , 10,    refused,  false, 6
            """;

    private record Verdict(JsonNode output, String rule) {
    }

    private static Verdict decide(String decision, Map<String, Object> variables) {
        var answer = Engine.shared().client().newEvaluateDecisionCommand().decisionId(decision).variables(variables)
                .send()
                .join();
        var rules = answer.getEvaluatedDecisions().getFirst().getMatchedRules();
        assertThat(rules).as("rows that answer").hasSize(1);
        return new Verdict(Json.parse(answer.getDecisionOutput()), rules.getFirst().getRuleId());
    }

    private static Map<String, Object> variables(String names, Object... values) {
        Map<String, Object> variables = new HashMap<>();
        String[] split = names.split(" ");
        for (int i = 0; i < split.length; i++) {
            variables.put(split[i], values[i]);
        }
        return variables;
    }

    @ParameterizedTest(name = "free text {0}, {1} findings, {2} values: {3}")
    @CsvSource(textBlock = RISK)
    void risk(Boolean freeText, Integer hits, Integer distinct, String risk, int row) {
        Verdict verdict = decide("promote-tag-risk",
                variables("freeText detectorHits distinctValues", freeText, hits, distinct));
        assertThat(verdict.output().asText()).isEqualTo(risk);
        assertThat(verdict.rule()).isEqualTo("promote-tag-risk-rule-" + row);
    }

    @ParameterizedTest(name = "{0} approvals, {1} refusals, {2} lapses, {3} returns of {4}, {5} patients: {6}, panel {7}")
    @CsvSource(textBlock = OUTCOME)
    void outcome(Integer approvals, Integer refusals, Integer lapses, Integer returns, Integer controllers,
            Integer patients, String outcome, boolean panel, int row) {
        Verdict verdict = decide("approve-outcome",
                variables("approvals refusals lapses returns controllerCount patientCount", approvals, refusals, lapses,
                        returns, controllers, patients));
        assertThat(verdict.output().path("approvalOutcome").asText()).isEqualTo(outcome);
        assertThat(verdict.output().path("panelNeeded").booleanValue()).isEqualTo(panel);
        assertThat(verdict.rule()).isEqualTo("approve-outcome-rule-" + row);
    }

    @Test
    void nothingKnownIsTakenForTheWorst() {
        assertThat(decide("promote-tag-risk", Map.of()).output().asText()).isEqualTo("high");
        assertThat(decide("approve-outcome", Map.of()).output().path("approvalOutcome").asText()).isEqualTo("refused");
    }

    @Test
    void everyRowOfEveryTableIsTried() {
        Set<String> rows = new TreeSet<>();
        for (var table : Models.decisions()) {
            Pattern.compile("<rule id=\"([^\"]+)\"").matcher(Models.text(table)).results().map(found -> found.group(1))
                    .forEach(rows::add);
        }
        Set<String> tried = new TreeSet<>();
        rows("promote-tag-risk-rule-", RISK, tried);
        rows("approve-outcome-rule-", OUTCOME, tried);
        assertThat(tried).isEqualTo(rows);
    }

    private static void rows(String prefix, String cases, Set<String> into) {
        Pattern.compile("(\\d+)$", Pattern.MULTILINE).matcher(cases).results().map(MatchResult::group)
                .forEach(row -> into.add(prefix + row));
    }
}
