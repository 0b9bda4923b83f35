package org.imaginghaven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.pixel.PixelDecoder;
import org.imaginghaven.gate.promote.EvidenceItem;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.nlp.clean.DetectingTextCleaner;
import org.imaginghaven.nlp.rule.Rule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about what identifies, from a proposal over the preview to what is promoted and extracted. */
class PromoteRuleTest {

    /** The contrast phase has the form of a project's own code; no detector knows it. */
    private static final String REPORT = """
            {"name": "phase-codes", "action": "report", "report": "PATIENT_ID", "reason": "Wards write their own codes",
             "columns": ["StudyDescription"], "value": "CHEST", "must": [{"column": "StudyDescription",
             "text": "CT [[CHEST]]"}], "mustNot": [{"column": "SeriesDescription", "text": "CT [[CHEST]]"}]}""";
    private static final String IGNORE = """
            {"name": "%s", "action": "ignore", "reason": "Numbers on a service label", "columns": ["ImageComments"],
             "kinds": ["PHONE"], "value": "[0-9 ]+", "must": [{"column": "ImageComments", "text": "call [[07700 900456]]"}],
             "mustNot": [{"column": "StudyComments", "text": "call [[07700 900456]]"}]}""";

    @TempDir
    Path root;
    private Zones zones;

    @BeforeEach
    void ingested() throws Exception {
        zones = new Zones(root, new GateParts(DetectingTextCleaner::new, PixelDecoder.NONE, null));
        zones.archive(2);
        zones.ingest();
        zones.promoteTags("Modality");
    }

    private String page(Key promotion) {
        return zones.gate.promotions().evidence(promotion).items().stream().map(EvidenceItem::content).toList()
                .toString();
    }

    private Key inForce(String rule) throws Exception {
        Key promotion = zones.gate.promotions().proposeRule(rule, "analyst1");
        zones.run("gate:preview-rule:1", promotion);
        zones.run("gate:activate-rule:1", promotion);
        return promotion;
    }

    @Test
    void thePreviewReadsTheWholeStoreAndShowsNoValue() throws Exception {
        Key promotion = zones.gate.promotions().proposeRule(IGNORE.formatted("service-labels"), "analyst1");

        Map<String, Object> preview = zones.run("gate:preview-rule:1", promotion);

        assertThat(preview).containsEntry("ruleAction", Rule.Action.IGNORE).containsEntry("findingsGone", 1)
                .containsEntry("findingsNew", 0).containsEntry("conflicts", 0);
        assertThat((Integer) preview.get("valuesRead")).isGreaterThan(20);
        assertThat(page(promotion)).contains("ImageComments: xxxx 99999 999999", "Proposed by=analyst1", "prisons")
                .doesNotContain("900123", Zones.NAMES[0], Zones.chi(0));
        assertThat(zones.sql.sql("select subject || state from governance.promotion where kind = 'rule'")
                .query(String.class).single()).as("governance knows a number, not a name").isEqualTo("1proposed");
        assertThat(zones.sql.sql("select string_agg(details::text, '') from governance.audit_entry")
                .query(String.class).single()).doesNotContain("service-labels", "900");
    }

    @Test
    void conflictsAndRulesNothingUsedAreNamed() throws Exception {
        inForce(IGNORE.formatted("service-labels"));
        Key second = zones.gate.promotions().proposeRule(IGNORE.formatted("service-labels-again"), "analyst1");

        assertThat(zones.run("gate:preview-rule:1", second)).containsEntry("conflicts", 1)
                .containsEntry("findingsGone", 0);

        assertThat(page(second)).contains("rule service-labels-again is never reached",
                "Rule that nothing in the store used=service-labels-again");
    }

    @Test
    void aRuleInForceIsUsedByPromotionAndExtractionAndARefusedOneIsNot() throws Exception {
        Key tag = zones.gate.promotions().proposeTag("ImageComments", "analyst1");
        assertThat(zones.run("gate:profile-tag:1", tag)).containsEntry("detectorHits", 1);
        Key refused = zones.gate.promotions().proposeRule(IGNORE.formatted("service-labels"), "analyst1");
        zones.run("gate:refuse-rule:1", refused);
        assertThat(zones.run("gate:profile-tag:1", tag)).containsEntry("detectorHits", 1);
        Key rule = inForce(IGNORE.formatted("service-labels"));
        assertThat(zones.run("gate:profile-tag:1", tag)).containsEntry("detectorHits", 0);

        zones.promoteImages("CT");
        Key project = Key.random(Key.Kind.PROJECT);
        assertThat(descriptions(zones.planned(zones.agreement(project, "{}", 2, "north"))))
                .allSatisfy(text -> assertThat(text).contains("CHEST"));
        inForce(REPORT);
        Key extraction = zones.planned(zones.agreement(project, "{}", 2, "north"));
        assertThat(descriptions(extraction)).allSatisfy(text -> assertThat(text).doesNotContain("CHEST"));
        assertThat(zones.sql.sql("""
                select promotion_key from governance.extraction_promotion join governance.promotion p
                using (promotion_key) where p.kind = 'rule' and extraction_key = ?""").param(extraction.value())
                .query(String.class).list()).as("a release rests on what let more through")
                .containsExactly(rule.value());
        assertThat(zones.sql.sql("""
                select string_agg(action, ' ' order by seq) from governance.audit_entry where subject = ?""")
                .param(rule.value()).query(String.class).single())
                .isEqualTo("rule-proposed rule-previewed rule-activated");
    }

    private List<String> descriptions(Key extraction) throws Exception {
        zones.extractChunks(extraction);
        List<String> texts = new java.util.ArrayList<>();
        for (Path path : zones.files(root.resolve("quarantine").resolve(extraction.value()).resolve("files"))) {
            try (DicomFile file = DicomFile.read(path)) {
                texts.add(file.dataset().string(Tag.STUDY_DESCRIPTION, ""));
            }
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    @Test
    void aNewVersionTakesThePlaceOfTheOld() throws Exception {
        inForce(IGNORE.formatted("service-labels"));
        inForce(IGNORE.formatted("service-labels").replace("Numbers on a service label", "As before, said better"));

        assertThat(zones.sql.sql("""
                select version || ' ' || state from governance.promotion join identifiable.identifiability_rule
                using (promotion_key, version) order by 1""").query(String.class).list())
                .containsExactly("1 superseded", "2 active");
    }

    @Test
    void aRuleThatFailsItsOwnExamplesIsNotEvenProposed() {
        assertThatThrownBy(() -> zones.gate.promotions()
                .proposeRule(IGNORE.formatted("service-labels").replace("[0-9 ]+", "[a-z]+"), "analyst1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule service-labels does not match example 1 of \"must\"");
        assertThatThrownBy(() -> zones.gate.promotions().proposeRule(IGNORE.formatted("Mr Smith"), "analyst1"))
                .hasMessageContaining("small letters");
        assertThatThrownBy(() -> zones.gate.promotions().proposeRule("[]", "analyst1"))
                .hasMessageContaining("JSON object");
    }
}
