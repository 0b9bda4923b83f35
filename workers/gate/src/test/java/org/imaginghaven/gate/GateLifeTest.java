package org.imaginghaven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imaginghaven.dicom.DicomFile;
import org.imaginghaven.dicom.Tag;
import org.imaginghaven.dicom.deid.UnwritableOutputException;
import org.imaginghaven.gate.extract.ApplyFlaggedReviewWorker.FlaggedDecision;
import org.imaginghaven.gate.extract.ExtractionCounts;
import org.imaginghaven.gate.extract.ExtractionState;
import org.imaginghaven.gate.promote.EvidenceItem;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateLifeTest {

    private static final String CT_CHEST = "{\"modality\": [\"CT\"], \"bodyPart\": [\"CHEST\"]}";
    private static final String EVERYTHING = "{}";

    @TempDir
    Path root;
    private Zones zones;
    private final Key project = Key.random(Key.Kind.PROJECT);

    @BeforeEach
    void ingested() throws Exception {
        zones = new Zones(root);
        zones.archive(4);
        zones.ingest();
        zones.promoteTags("Modality", "BodyPartExamined", "PatientSex", "PatientAge", "StudyDate", "Manufacturer");
    }

    @Test
    void inventoryHoldsStandardValuesOfPromotedTagsAlone() throws Exception {
        assertThat(zones.sql.sql("select distinct modality || ' ' || coalesce(body_part, '-') || ' ' || promoted"
                + " from inventory.series order by 1").query(String.class).list())
                .containsExactly("CT CHEST {\"Manufacturer\": \"SIEMENS\"}", "US - {\"Manufacturer\": \"SIEMENS\"}");
        assertThat(zones.sql.sql("select age_years from inventory.study order by 1").query(Integer.class).list())
                .containsExactly(70, 70, 71, 72, 73);
        assertThat(zones.sql.sql("select distinct year from inventory.study").query(Integer.class).list())
                .containsExactly(2023);
        assertThat(zones.sql.sql("select count(*) from inventory.patient where birth_year is null")
                .query(Integer.class).single()).as("birth dates are not promoted").isEqualTo(4);
        assertThat(zones.index.documents).hasSize(4);

        List<String> keys = zones.sql.sql("select patient_key::text from inventory.patient order by 1")
                .query(String.class).list();
        zones.run("gate:refresh-inventory:1");
        assertThat(zones.sql.sql("select patient_key::text from inventory.patient order by 1").query(String.class)
                .list()).as("a refresh keeps keys").isEqualTo(keys);
    }

    @Test
    void anIndexThatCannotBeBuiltLeavesTheInventoryAsItWas() throws Exception {
        zones.write("south/new.dcm", Zones.image(5, "CT", 9).set("BodyPartExamined", "HEAD"));
        zones.ingest();
        zones.index.failing = true;

        assertThatThrownBy(() -> zones.run("gate:refresh-inventory:1")).isInstanceOf(java.io.IOException.class);

        assertThat(zones.sql.sql("select count(*) from inventory.patient").query(Integer.class).single()).isEqualTo(4);
    }

    @Test
    void reviewersSeeShapesAndNoValue() throws Exception {
        Key promotion = zones.gate.promotions().proposeTag("StudyDescription", "analyst1");

        Map<String, Object> profile = zones.run("gate:profile-tag:1", promotion);

        assertThat(profile).containsEntry("freeText", true).containsEntry("distinctValues", 4)
                .containsEntry("valueCount", 9).containsEntry("detectorHits", 4);
        String page = zones.gate.promotions().evidence(promotion).items().stream().map(EvidenceItem::content)
                .toList().toString();
        assertThat(page).contains("AA AAA+ AAA+", "fewer than 5", "at least 5");
        for (String name : Zones.NAMES) {
            assertThat(page).doesNotContain(name);
        }
        assertThatThrownBy(() -> zones.gate.promotions().proposeTag("StudyDescription", "analyst2"))
                .hasMessageContaining("being reviewed already");
        assertThatThrownBy(() -> zones.gate.promotions().proposeTag("NoSuchTag", "analyst2"))
                .hasMessageContaining("no such tag");
    }

    @Test
    void aFullQuarantineFailsTheJobAndNoFile() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, EVERYTHING, 10, "north", "central"));
        Path obstacle = root.resolve("quarantine").resolve(extraction.value()).resolve(".files.partial");
        Files.createDirectories(obstacle.getParent());
        Files.writeString(obstacle, "in the way");

        assertThatThrownBy(() -> zones.extractChunks(extraction)).isInstanceOf(UnwritableOutputException.class);
        assertThat(zones.gate.extractions().counts(extraction).failed()).isZero();

        Files.delete(obstacle);
        zones.extractChunks(extraction);
        assertThat(zones.run("gate:verify-package:1", extraction)).containsEntry("deidentifiedCount", 8);
    }

    @Test
    void fromCohortToReleaseAndBack() throws Exception {
        zones.promoteImages("CT");
        Key agreement = zones.agreement(project, EVERYTHING, 10, "north", "central");
        Key extraction = zones.planned(agreement);
        zones.extractChunks(extraction);

        Map<String, Object> verified = zones.run("gate:verify-package:1", extraction);
        assertThat(zones.gate.extractions().counts(extraction).reasons())
                .isEqualTo(Map.of("NO_PIXEL_RULE", 1, "NO_LONGER_IN_INVENTORY", 1));
        assertThat(verified).containsEntry("deidentifiedCount", 8).containsEntry("flaggedCount", 1)
                .containsEntry("unmatchedCount", 1);
        zones.run("gate:apply-flagged-review:1", extraction, FlaggedDecision.REJECT);
        zones.run("gate:seal-package:1", extraction);
        zones.run("gate:announce-extraction:1", extraction);
        assertThat(zones.announced).containsExactly(extraction);
        Key release = zones.released(extraction);

        Path place = root.resolve("projects").resolve(project.value()).resolve(release.value());
        holdsNoIdentifier(place);
        assertThat(zones.files(place.resolve("files"))).hasSize(8);
        ExtractionCounts counts = zones.gate.extractions().counts(extraction);
        assertThat(counts.requested()).isEqualTo(10)
                .isEqualTo(counts.released() + counts.rejected() + counts.failed() + counts.unmatched());

        Key optOut = zones.identifiable.optOuts().record("chi", Zones.chi(1), "analyst1").orElseThrow();
        Key revocation = zones.revocation("patient", optOut.value());
        assertThat(zones.revoke(revocation)).containsExactly(release);
        assertThat(zones.revoke(revocation)).as("again changes nothing").containsExactly(release);
        assertThat(zones.files(place.resolve("files"))).hasSize(6);
        assertThat(Files.readAllLines(place.resolve("metadata.csv"))).hasSize(7);
        assertThat(zones.index.documents).hasSize(3);
        zones.run("gate:refresh-inventory:1");
        assertThat(zones.index.documents).as("stays out").hasSize(3);

        zones.sql.sql("update governance.agreement set state = 'revoked'").update();
        Key end = zones.revocation("project", project.value());
        zones.run("gate:apply-revocation:1", end);
        assertThatThrownBy(() -> zones.run("gate:destroy-project-key:1", end))
                .isInstanceOf(IllegalStateException.class);
        zones.revoke(end);
        zones.run("gate:destroy-project-key:1", end);
        assertThat(zones.files(place)).isEmpty();
        assertThat(zones.sql.sql("select (select count(*) from identifiable.project_pseudonym) + count(secret)"
                + " from identifiable.project_secret").query(Integer.class).single()).isZero();
        assertThatThrownBy(() -> zones.planned(zones.agreement(project, CT_CHEST, 2, "north")))
                .hasMessageContaining("was destroyed");
    }

    private void holdsNoIdentifier(Path place) throws Exception {
        for (Path file : zones.files(place)) {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
            for (int p = 0; p < 4; p++) {
                assertThat(bytes).doesNotContain(Zones.NAMES[p], Zones.chi(p), "1950031" + p, "ACC9900", "ZEBEDINA",
                        "REFERRALE", "900123", "1.2.826.0.1." + p);
            }
        }
    }

    @Test
    void onlyTheControllersThatAgreedAndWhatWasThereWhenFrozen() throws Exception {
        zones.promoteImages("CT");
        Key agreement = zones.agreement(project, CT_CHEST, 4, "north");
        zones.write("north/late.dcm", Zones.image(2, "CT", 7).set("BodyPartExamined", "CHEST").set("ImageType",
                "ORIGINAL", "PRIMARY", "AXIAL"));
        zones.ingest();
        zones.run("gate:refresh-inventory:1");

        Key extraction = zones.planned(agreement);

        assertThat(zones.gate.extractions().counts(extraction).requested()).isEqualTo(4);
        assertThat(zones.sql.sql("select distinct i.controller from governance.extraction_file f join"
                + " identifiable.instance i using (instance_key)").query(String.class).list()).containsExactly("north");
        Key nothing = zones.gate.extractions().register(
                zones.agreement(project, "{\"modality\": [\"MR\"]}", 0, "north"), "analyst1");
        assertThatThrownBy(() -> zones.run("gate:plan-extraction:1", nothing)).isInstanceOf(Refusal.class)
                .hasMessage(RefusalCode.COHORT_EMPTY.name());
    }

    @Test
    void aChunkDoneAgainAfterACrashGivesTheSameBytes() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        zones.extractChunks(extraction);
        String rows = rows(extraction);
        zones.sql.sql("update governance.extraction_file set state = 'pending', sha256 = null, output_path = null"
                + " where item <= '000000004'").update();

        zones.extractChunks(extraction);

        assertThat(rows(extraction)).isEqualTo(rows).contains("deidentified");
    }

    private String rows(Key extraction) {
        return zones.sql.sql("select item, state, reason, output_path, encode(sha256, 'hex'), pseudonym"
                + " from governance.extraction_file where extraction_key = ? order by item").param(extraction.value())
                .query().listOfRows().toString();
    }

    @Test
    void aPackageThatDiffersFromItsRowsIsNotSealedAsItIs() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        assertThatThrownBy(() -> zones.run("gate:seal-package:1", extraction)).isInstanceOf(Refusal.class)
                .hasMessage(RefusalCode.NOT_RECONCILED.name());
        zones.extractChunks(extraction);
        Path files = root.resolve("quarantine").resolve(extraction.value()).resolve("files");
        List<Path> written = zones.files(files);
        Files.writeString(written.get(0), "changed");
        Files.delete(written.get(1));
        Files.writeString(files.resolve("stray.dcm"), "left by a crash");

        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);

        ExtractionCounts counts = zones.gate.extractions().counts(extraction);
        assertThat(counts.deidentified()).isEqualTo(6);
        assertThat(counts.reasons()).isEqualTo(Map.of("OUTPUT_CHANGED", 2));
        assertThat(zones.files(files)).hasSize(6);
    }

    @Test
    void anOptOutReachesAPackageThatIsStillInQuarantine() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        zones.extractChunks(extraction);
        Key optOut = zones.identifiable.optOuts().record("chi", Zones.chi(2), "analyst1").orElseThrow();

        assertThat(zones.revoke(zones.revocation("patient", optOut.value()))).isEmpty();
        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);

        assertThat(zones.gate.extractions().counts(extraction).reasons()).isEqualTo(Map.of("OPTED_OUT", 2));
        assertThat(zones.files(root.resolve("quarantine").resolve(extraction.value()).resolve("files"))).hasSize(6);
    }

    @Test
    void anOptOutBetweenReviewAndReleaseIsNotReleased() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        zones.extractChunks(extraction);
        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);
        Key release = (Key) zones.run("project:prepare-release:1", extraction).get("releaseKey");
        Key optOut = zones.identifiable.optOuts().record("chi", Zones.chi(2), "analyst1").orElseThrow();

        zones.revoke(zones.revocation("patient", optOut.value()));
        zones.run("project:publish-release:1", release);

        Path place = root.resolve("projects").resolve(project.value()).resolve(release.value());
        assertThat(zones.files(place.resolve("files"))).hasSize(6);
        assertThat(Files.readAllLines(place.resolve("metadata.csv"))).hasSize(7);
        assertThat(zones.gate.extractions().counts(extraction).reasons()).isEqualTo(Map.of("OPTED_OUT", 2));
    }

    @Test
    void aSuspendedImageTypeStopsFilesAndNamesThoseReleased() throws Exception {
        Key ct = zones.promoteImages("CT").getFirst();
        zones.promoteImages("US");
        Key extraction = zones.planned(zones.agreement(project, EVERYTHING, 9, "north", "central"));
        zones.extractChunks(extraction);
        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);
        Key release = zones.released(extraction);

        assertThat(zones.revoke(zones.revocation("image-type", ct.value()))).containsExactly(release);

        assertThat(zones.gate.extractions().counts(extraction).released()).as("the ultrasound stays").isEqualTo(1);
        Key second = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        zones.extractChunks(second);
        assertThat(zones.gate.extractions().counts(second).reasons()).isEqualTo(Map.of("NO_PIXEL_RULE", 8));
    }

    @Test
    void aSuspendedTagLeavesTheInventoryAndTakesWholeReleases() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        zones.extractChunks(extraction);
        zones.run("gate:verify-package:1", extraction);
        zones.run("gate:seal-package:1", extraction);
        Key release = zones.released(extraction);
        String tag = zones.sql.sql("select promotion_key from governance.promotion where subject = 'BodyPartExamined'")
                .query(String.class).single();

        assertThat(zones.revoke(zones.revocation("tag", tag))).containsExactly(release);

        assertThat(zones.sql.sql("select count(body_part) from inventory.series").query(Integer.class).single())
                .isZero();
        assertThat(zones.gate.extractions().counts(extraction).withdrawn()).isEqualTo(8);
    }

    @Test
    void aDiscardedPackageLeavesItsReasons() throws Exception {
        zones.promoteImages("CT");
        Key extraction = zones.planned(zones.agreement(project, CT_CHEST, 8, "north", "central"));
        zones.run("gate:extract-chunk:1", extraction, 0);

        zones.run("gate:discard-package:1", extraction);
        zones.run("gate:extract-chunk:1", extraction, 1);
        zones.run("gate:announce-extraction:1", extraction);

        assertThat(zones.gate.extractions().state(extraction)).isEqualTo(ExtractionState.SUSPENDED);
        assertThat(zones.gate.extractions().counts(extraction).rejected()).isEqualTo(8);
        assertThat(zones.files(root.resolve("quarantine"))).isEmpty();
        assertThat(zones.announced).isEmpty();
    }

    @Test
    void pseudonymsAgreeWithinAProjectAndDifferBetweenTwo() throws Exception {
        zones.promoteImages("CT");
        String[] patients = new String[3];
        Key[] projects = {project, project, Key.random(Key.Kind.PROJECT)};
        for (int i = 0; i < 3; i++) {
            Key extraction = zones.planned(zones.agreement(projects[i], CT_CHEST, 2, "central"));
            zones.extractChunks(extraction);
            Path first = zones.files(root.resolve("quarantine").resolve(extraction.value())).getFirst();
            try (DicomFile file = DicomFile.read(first)) {
                patients[i] = String.valueOf(file.dataset().string(Tag.PATIENT_ID));
            }
        }
        assertThat(patients[0]).isEqualTo(patients[1]).isNotEqualTo(patients[2]);
    }
}
