package org.imaginghaven.governance.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.governance.House.APPLICANT;
import static org.imaginghaven.governance.House.COHORT;
import static org.imaginghaven.governance.House.PROJECT;
import static org.imaginghaven.governance.House.REQUEST;
import static org.imaginghaven.governance.House.text;

import org.imaginghaven.governance.House;
import org.imaginghaven.governance.extract.RecordFlaggedReviewWorker.FlaggedDecision;
import org.imaginghaven.governance.promote.FirstDecision;
import org.imaginghaven.governance.promote.SecondDecision;
import org.imaginghaven.governance.release.CheckReleaseReviewWorker.ReleaseDecision;
import org.imaginghaven.kernel.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pairs of eyes: on promotions, and between extraction and release. */
class ReviewersTest {

    private static final Key AGREEMENT = new Key("agr-0000000000000001");
    private static final Key EXTRACTION = new Key("ext-0000000000000001");
    private static final Key RELEASE = new Key("rel-0000000000000001");
    private static final Key TAG = new Key("prm-0000000000000001");
    private static final String REVIEW = "governance:check-release-review:1";

    private final House house = new House();

    @BeforeEach
    void anExtractionStartedByAdmin() {
        house.owner(
                "insert into governance.agreement values ('%s', '%s', '%s', '%s', null, '2027-01-01', '2027-06-01')",
                AGREEMENT, REQUEST, PROJECT, COHORT);
        house.owner("insert into governance.extraction (extraction_key, agreement_key, project_key, started_by)"
                + " values ('%s', '%s', '%s', 'admin')", EXTRACTION, AGREEMENT, PROJECT);
    }

    @Test
    void somebodyWithCleanHandsReleases() throws Exception {
        house.completed("release-reviewer", "reviewer1").run(REVIEW, RELEASE, EXTRACTION, ReleaseDecision.RELEASE,
                text("All in order"));

        assertThat(house.one("select username || ' ' || decision || ' ' || reason from governance.review"))
                .isEqualTo("reviewer1 release All in order");
        assertThat(house.actions(RELEASE)).containsExactly("release-reviewed");
    }

    @Test
    void whoStartedTheExtractionDoesNotReleaseIt() {
        refused("admin");
    }

    @Test
    void whoAppliedDoesNotReleaseIt() {
        refused(APPLICANT);
    }

    @Test
    void whoReviewedFlaggedFilesDoesNotReleaseThem() throws Exception {
        house.owner("insert into governance.person_group values ('analyst1', 'release-reviewer')");
        house.completed("deid-analyst", "analyst1").run("governance:record-flagged-review:1", EXTRACTION,
                FlaggedDecision.REJECT, text("Burned in"));

        refused("analyst1");
        assertThat(house.actions(EXTRACTION)).containsExactly("flagged-files-reviewed");
    }

    @Test
    void theSecondPairOfEyesIsNotTheFirst() throws Exception {
        house.completed("deid-analyst", "admin").completed("ig-lead", "admin");
        house.run("governance:check-first-review:1", TAG, FirstDecision.PROMOTE, text("Harmless"));

        assertThatThrownBy(() -> house.run("governance:check-second-review:1", TAG, SecondDecision.PROMOTE, null))
                .hasMessage("SEPARATION_OF_DUTIES");
        house.completed("ig-lead", "iglead").run("governance:check-second-review:1", TAG, SecondDecision.PROMOTE,
                null);

        assertThat(house.actions(TAG)).containsExactly("promotion-reviewed-first", "promotion-reviewed-second");
    }

    @Test
    void whoEverWasFirstIsNeverSecond() throws Exception {
        house.completed("deid-analyst", "admin").run("governance:check-first-review:1", TAG, FirstDecision.CLEAN, null);
        house.completed("deid-analyst", "analyst1").run("governance:check-first-review:1", TAG,
                FirstDecision.BLANK_REGIONS, null);
        house.completed("ig-lead", "admin");

        assertThatThrownBy(() -> house.run("governance:check-second-review:1", TAG, SecondDecision.APPROVE, null))
                .hasMessage("SEPARATION_OF_DUTIES");
    }

    private void refused(String person) {
        house.completed("release-reviewer", person);
        assertThatThrownBy(() -> house.run(REVIEW, RELEASE, EXTRACTION, ReleaseDecision.RELEASE, null))
                .hasMessage("SEPARATION_OF_DUTIES");
        assertThat(house.one("select count(*) from governance.review where duty = 'release-review'")).isEqualTo("0");
    }
}
