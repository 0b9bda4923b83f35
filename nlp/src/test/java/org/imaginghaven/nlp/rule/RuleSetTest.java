package org.imaginghaven.nlp.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final String IGNORE = """
            {"name":"%s","action":"%s","author":"A","reason":"R","columns":["StudyComments"],"kinds":["DATE"],"value":"%s",
             "must":[{"column":"StudyComments","text":"v [[1.2.19]]"}],"mustNot":[{"column":"Other","text":"v [[1.2.19]]"}]}""";

    private static RuleSet rules(String... rules) {
        return RuleSet.read(new ByteArrayInputStream(
                ("{\"rules\":[" + String.join(",", rules) + "]}").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theBundledRulesPassTheirExamplesAndDoNotConflict() {
        assertThat(RuleSet.bundled().rules()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(RuleSet.bundled().conflicts()).isEmpty();
    }

    @Test
    void anIgnoredFindingIsGoneInItsColumnOnly() {
        TextDetectors detectors = TextDetectors.standard()
                .withRules(rules(IGNORE.formatted("r", "ignore", "[\\\\d.]+")));
        assertThat(detectors.find("StudyComments", "release 1.2.19", KnownIdentifiers.none())).isEmpty();
        assertThat(detectors.find("ImageComments", "release 1.2.19", KnownIdentifiers.none())).hasSize(1);
        assertThat(detectors.rules().uses()).containsEntry("r", 1L);
        assertThat(detectors.rules().neverUsed()).isEmpty();
    }

    @Test
    void noRuleLetsTheOwnIdentifiersPass() {
        TextDetectors detectors = TextDetectors.standard();
        assertThat(detectors.find("BodyPartExamined", "TOLQUHON",
                KnownIdentifiers.ofPatient(java.util.List.of("TOLQUHON^E"),
                        java.util.List.of(), java.util.List.of())))
                .hasSize(1);
    }

    @Test
    void aReportRuleFindsWhatNoDetectorDoes() {
        assertThat(TextDetectors.standard().find("", "Brought from HMP Ravensmoor.", KnownIdentifiers.none()))
                .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo("rule:prisons"));
    }

    @Test
    void aRuleThatFailsItsExampleIsRefused() {
        assertThatThrownBy(() -> rules(IGNORE.formatted("r", "ignore", "[a-z]+"))).isInstanceOf(RuleException.class)
                .hasMessage("rule r does not match example 1 of \"must\"");
        assertThatThrownBy(() -> rules(IGNORE.formatted("r", "drop", "x")))
                .hasMessageContaining("rule 1 (r) says \"drop\"");
        assertThatThrownBy(() -> rules(IGNORE.formatted("r", "ignore", "["))).hasMessageContaining("broken");
        assertThatThrownBy(() -> rules("{\"name\":\"r\",\"action\":\"ignore\",\"author\":\"A\"}"))
                .hasMessage("rule 1 (r) needs the field \"reason\"");
    }

    @Test
    void aNewVersionTakesThePlaceOfTheRuleOfItsName() {
        RuleSet rules = rules(IGNORE.formatted("r", "ignore", "[\\\\d.]+"))
                .and(java.util.List.of(IGNORE.formatted("r", "ignore", "1\\\\.2\\\\.19"),
                        IGNORE.formatted("s", "ignore", "[\\\\d.]{3,9}")));
        assertThat(rules.rules()).extracting(Rule::name).containsExactly("r", "s");
        assertThat(rules.rules().getFirst().value().orElseThrow().pattern()).isEqualTo("1\\.2\\.19");
        assertThat(RuleSet.of(IGNORE.formatted("r", "ignore", "[\\\\d.]+")).rules()).hasSize(1);
    }

    @Test
    void rulesThatCallTheSameThingByOtherKindsConflict() {
        String report = """
                {"name":"%s","action":"report","report":"%s","author":"A","reason":"R","value":"berth \\\\d+",
                 "must":[{"column":"","text":"lay at [[berth 12]]"}],"mustNot":[{"column":"","text":"[[berth]]"}]}""";
        assertThat(rules(report.formatted("a", "SITE"), report.formatted("b", "ADDRESS")).conflicts())
                .contains("rule a (REPORT SITE) and rule b (REPORT ADDRESS) both match an example of the first");
        assertThat(rules(report.formatted("a", "SITE"), report.formatted("b", "SITE")).conflicts()).isEmpty();
    }

    @Test
    void aRuleNeverReachedIsNamed() {
        assertThat(rules(IGNORE.formatted("first", "ignore", "[\\\\d.]+"),
                IGNORE.formatted("second", "ignore", "1\\\\.2\\\\.19")).conflicts())
                .containsExactly("rule second is never reached: first matches all its examples first");
    }

    @Test
    void aPreviewCountsWhatWouldChangeAndMasksIt() {
        RulePreview preview = RulePreview.of(TextDetectors.standard(), RuleSet.none(),
                rules(IGNORE.formatted("r", "ignore", "[\\\\d.]+")),
                values -> Stream.of(new RulePreview.Value("StudyComments", "Release 1.2.19"),
                        new RulePreview.Value("ImageComments", "on 1.2.19")).forEach(values));
        assertThat(preview.values()).isEqualTo(2);
        assertThat(preview.fewer()).containsOnlyKeys("StudyComments").containsEntry("StudyComments", 1L);
        assertThat(preview.more()).isEmpty();
        assertThat(preview.samples()).containsExactly("StudyComments: Xxxxxxx 9.9.99");
    }
}
