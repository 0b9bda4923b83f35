package org.imaginghaven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imaginghaven.gate.promote.EvidenceItem;
import org.imaginghaven.kernel.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports say, from the archive to the inventory and the index's documents, promoted finding by finding. */
class ReportFacetsTest {

    @TempDir
    Path root;
    private Zones zones;

    @BeforeEach
    void ingested() throws Exception {
        zones = new Zones(root);
        zones.archive(4);
        zones.write("north/p0/sr.dcm", Zones.report(0, 1, "Indication", "?pneumonia. Cough.", "Findings",
                "A 12 mm nodule in the right upper lobe of " + Zones.NAMES[0] + ". No pleural effusion."));
        zones.write("north/p0/addendum.dcm", Zones.report(0, 2, "Addendum", "Small pleural effusion on the left."));
        zones.write("central/p1/sr.dcm", Zones.report(1, 1, "Findings", "No pneumonia.", "Conclusion",
                "Possible nodule. Mother had a pneumothorax."));
        zones.write("north/p2/letter.dcm", Zones.letter(2, 1, "Report: There is pneumonia of the left lower lobe."));
        zones.write("central/p3/broken.dcm",
                Zones.letter(3, 1, "x").set("MIMETypeOfEncapsulatedDocument", "image/jpeg"));
        zones.ingest();
        zones.promoteTags("Modality");
    }

    private List<String> findings(int patient) {
        return zones.sql.sql("""
                select distinct v from inventory.study s, jsonb_array_elements_text(s.promoted -> 'finding') v
                join identifiable.patient_identifier i on i.value = ? join identifiable.inventory_link l using (eupi)
                where l.patient_key = s.patient_key order by 1""").param(Zones.chi(patient)).query(String.class)
                .list();
    }

    private Key promote(String finding) throws Exception {
        Key promotion = zones.gate.promotions().proposeTag("ReportFinding:" + finding, "analyst1");
        zones.run("gate:profile-tag:1", promotion);
        zones.run("gate:activate-tag:1", promotion);
        zones.run("gate:refresh-inventory:1");
        return promotion;
    }

    @Test
    void nothingIsReadOrIndexedUntilSomebodyPromotesIt() {
        assertThat(zones.sql.sql("select count(*) from identifiable.report_reading").query(Integer.class).single())
                .isZero();
        assertThat(findings(0)).isEmpty();
        assertThatThrownBy(() -> zones.gate.promotions().proposeTag("ReportFinding:surname", "analyst1"))
                .hasMessageContaining("no such tag");
    }

    @Test
    void promotedFindingsOfEveryKindOfReportReachTheDocuments() throws Exception {
        promote("pneumonia");
        assertThat(findings(0)).as("asked for is not found").isEmpty();
        assertThat(findings(1)).containsExactly("pneumonia:absent");
        assertThat(findings(2)).containsExactly("pneumonia:present");
        assertThat(findings(3)).isEmpty();

        promote("nodule");
        promote("pleural-effusion");
        promote("pneumothorax");
        promote("lung-finding");
        assertThat(findings(0)).as("present in one report of the study counts before absent in the other")
                .contains("nodule:present", "pleural-effusion:present").noneMatch(v -> v.startsWith("pneumo"));
        assertThat(findings(1)).as("somebody else's is not the patient's").containsExactly("nodule:uncertain",
                "pneumonia:absent");
        assertThat(findings(2)).containsExactly("lung-finding:present", "pneumonia:present");
        assertThat(zones.index.documents.values()).flatExtracting(patient -> patient.studies().stream()
                .flatMap(study -> study.findings().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(zones.sql.sql("""
                        select v from inventory.study s, jsonb_array_elements_text(s.promoted -> 'finding') v""")
                        .query(String.class).list())
                .contains("nodule:uncertain");
        assertThat(zones.sql.sql("select parent from inventory.report_finding where value = 'pneumonia:present'")
                .query(String.class).single()).isEqualTo("lung-finding");
    }

    @Test
    void readingsKeepOffsetsAndVersionsAndNoText() throws Exception {
        promote("nodule");

        Map<String, Object> nodule = zones.sql.sql("""
                select m.* from identifiable.report_mention m join identifiable.instance i using (instance_key)
                where m.concept = 'nodule' and m.assertion = 'present'""").query().singleRow();
        assertThat(nodule).containsEntry("side", "right").containsEntry("place", "lung")
                .containsEntry("millimetres", 12.0);
        assertThat((String) nodule.get("rule")).startsWith("lexicon-");
        assertThat((Integer) nodule.get("end_at") - (Integer) nodule.get("start_at")).isEqualTo("nodule".length());
        assertThat(zones.sql.sql("select problem from identifiable.report_reading where problem is not null")
                .query(String.class).list()).containsExactly("UNREADABLE");
        String kept = zones.sql.sql("select * from identifiable.report_mention").query().listOfRows().toString()
                + zones.sql.sql("select * from identifiable.report_finding").query().listOfRows();
        assertThat(kept).doesNotContain(Zones.NAMES[0], "upper lobe of", Zones.chi(0));
        assertThat(zones.sql.sql("select details ->> 'read' || '/' || (details ->> 'unreadable')"
                + " from governance.audit_entry where action = 'reports-read'").query(String.class).list())
                .containsExactly("4/1");

        zones.sql.sql("update identifiable.report_reading set version = 'older'").update();
        zones.run("gate:refresh-inventory:1");
        assertThat(zones.sql.sql("select count(*) from identifiable.report_reading where version = 'older'")
                .query(Integer.class).single()).as("a new version reads again").isZero();
    }

    @Test
    void theReviewerSeesHowOftenAndHowWellButNoText() throws Exception {
        Key promotion = zones.gate.promotions().proposeTag("ReportFinding:nodule", "analyst1");

        Map<String, Object> profile = zones.run("gate:profile-tag:1", promotion);

        assertThat(profile).containsEntry("freeText", false).containsEntry("detectorHits", 0)
                .containsEntry("valueCount", 2);
        String page = zones.gate.promotions().evidence(promotion).items().stream().map(EvidenceItem::content).toList()
                .toString();
        assertThat(page).contains("fewer than 5", "Right when measured").doesNotContain(Zones.NAMES[0]);
    }

    @Test
    void aFindingThatIsSuspendedLeavesTheInventoryAndTakesReleasesMadeByIt() throws Exception {
        Key pneumonia = promote("pneumonia");
        Key nodule = promote("nodule");
        zones.promoteImages("CT");
        Key project = Key.random(Key.Kind.PROJECT);
        Key extraction = zones.planned(zones.agreement(project,
                "{\"modality\": [\"CT\"], \"finding\": [\"pneumonia:present\", \"pneumonia:absent\"]}", 4, "north",
                "central"));
        assertThat(zones.gate.extractions().counts(extraction).requested()).isEqualTo(4);
        zones.extractChunks(extraction);
        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);
        Key release = zones.released(extraction);

        assertThat(zones.revoke(zones.revocation("tag", nodule.value()))).as("the cohort did not use it").isEmpty();
        assertThat(zones.revoke(zones.revocation("tag", pneumonia.value()))).containsExactly(release);

        assertThat(findings(2)).isEmpty();
        assertThat(Files.exists(root.resolve("archive/north/p2/letter.dcm"))).isTrue();
        assertThat(zones.sql.sql("select count(*) from inventory.report_finding").query(Integer.class).single())
                .isZero();
    }
}
