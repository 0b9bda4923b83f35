package org.imaginghaven.governance.revoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.governance.House.COHORT;
import static org.imaginghaven.governance.House.PROJECT;
import static org.imaginghaven.governance.House.REQUEST;
import static org.imaginghaven.governance.House.TODAY;

import java.util.List;
import org.imaginghaven.governance.House;
import org.imaginghaven.governance.House.Announced;
import org.imaginghaven.governance.revoke.CheckEscalationWorker.EscalationDecision;
import org.imaginghaven.kernel.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevocationLifeTest {

    private static final Key AGREEMENT = new Key("agr-0000000000000001");
    private static final Key RELEASED = new Key("ext-0000000000000001");
    private static final Key RUNNING = new Key("ext-0000000000000002");
    private static final Key RELEASE = new Key("rel-0000000000000001");
    private static final Key TAG = new Key("prm-0000000000000001");
    private static final String FIND = "governance:find-affected:1";
    private static final String CHECK = "governance:check-withdrawal:1";
    private static final String CERTIFY = "governance:certify-revocation:1";

    private final House house = new House();

    @BeforeEach
    void aReleaseAndAnExtractionUnderWay() {
        house.owner("update governance.project set state = 'active'");
        house.owner(
                "insert into governance.agreement values ('%s', '%s', '%s', '%s', null, '2027-01-01', '2027-06-01')",
                AGREEMENT, REQUEST, PROJECT, COHORT);
        house.owner("insert into governance.agreement_controller values ('%s', 'north'), ('%s', 'south')", AGREEMENT,
                AGREEMENT);
        house.owner("insert into governance.extraction (extraction_key, agreement_key, project_key, started_by, state)"
                + " values ('%s', '%s', '%s', 'analyst1', 'verified'), ('%s', '%s', '%s', 'analyst1', 'extracting')",
                RELEASED, AGREEMENT, PROJECT, RUNNING, AGREEMENT, PROJECT);
        house.owner("insert into governance.promotion (promotion_key, kind, subject, started_by) values ('%s', 'tag',"
                + " 'StudyDescription', 'analyst1')", TAG);
        house.owner("insert into governance.extraction_promotion values ('%s', '%s')", RUNNING, TAG);
        house.owner("insert into governance.extraction_file (extraction_key, item, state) values"
                + " ('%s', 'a', 'released'), ('%s', 'b', 'released'), ('%s', 'c', 'rejected')", RELEASED, RELEASED,
                RELEASED);
        house.owner("insert into governance.release (release_key, extraction_key, project_key, agreement_key, state)"
                + " values ('%s', '%s', '%s', '%s', 'released')", RELEASE, RELEASED, PROJECT, AGREEMENT);
    }

    @AfterEach
    void theLedgerIsIntact() {
        assertThat(house.ledgerIsIntact()).isTrue();
    }

    @Test
    void aRevokedProjectEndsItsAgreementsAndStopsWhatIsUnderWay() throws Exception {
        Key revocation = house.zone().requestRevocation(RevocationKind.PROJECT, PROJECT.value(), null, "iglead");

        assertThat(house.<Record>run(FIND, revocation))
                .isEqualTo(new FindAffectedWorker.Output(List.of(RUNNING), false));
        assertThat(house.state("project", "project_key", PROJECT)).isEqualTo("revoked");
        assertThat(house.state("agreement", "agreement_key", AGREEMENT)).isEqualTo("revoked");
        assertThat(house.announced()).containsExactly(new Announced("revocation-requested", "", revocation),
                new Announced("extraction-suspended", RUNNING.value(), revocation),
                new Announced("release-suspended", RUNNING.value(), revocation));
        assertThatThrownBy(() -> house.run("governance:check-agreement:1", AGREEMENT, RUNNING))
                .hasMessage("AGREEMENT_ENDED");
    }

    @Test
    void aReleaseThatNobodyListedKeepsTheRevocationOpen() throws Exception {
        Key revocation = begun(RevocationKind.PROJECT, PROJECT.value());

        assertThat(house.zone().withdrawal(revocation).filesLeft()).isEqualTo(2);
        assertThatThrownBy(() -> house.run(CHECK, revocation)).hasMessage("REVOCATION_INCOMPLETE");
        assertThatThrownBy(() -> house.run(CERTIFY, revocation)).hasMessage("REVOCATION_INCOMPLETE");
    }

    @Test
    void aReleaseWithoutConfirmationKeepsItOpen() throws Exception {
        Key revocation = begun(RevocationKind.PROJECT, PROJECT.value());
        found(revocation);
        house.owner("update governance.extraction_file set state = 'withdrawn' where state = 'released'");

        assertThatThrownBy(() -> house.run(CHECK, revocation)).hasMessage("REVOCATION_INCOMPLETE");
    }

    @Test
    void aFileThatIsStillReleasedKeepsItOpenWhateverTheZoneConfirmed() throws Exception {
        Key revocation = begun(RevocationKind.PROJECT, PROJECT.value());
        found(revocation);
        withdrawn(revocation, 2, 2, 0);
        house.owner("update governance.extraction_file set state = 'withdrawn' where item = 'a'");

        assertThat(house.zone().withdrawal(revocation).filesLeft()).isEqualTo(1);
        assertThatThrownBy(() -> house.run(CHECK, revocation)).hasMessage("REVOCATION_INCOMPLETE");
    }

    @Test
    void aPatientsFilesGoAndTheOthersStay() throws Exception {
        Key revocation = begun(RevocationKind.PATIENT, "opt-0000000000000001");
        found(revocation);
        house.owner("insert into governance.revocation_item values ('%s', '%s', 'a')", revocation, RELEASE);
        assertThat(house.zone().withdrawal(revocation).filesLeft()).isEqualTo(1);

        house.owner("update governance.extraction_file set state = 'withdrawn' where item = 'a'");
        withdrawn(revocation, 2, 1, 1);

        assertThat(house.<Record>run(CHECK, revocation)).isEqualTo(new CheckWithdrawalWorker.Output(0));
        assertThat(house.state("agreement", "agreement_key", AGREEMENT)).isEqualTo("active");
    }

    @Test
    void theCertificateSaysWhatWentAndWhoConfirmed() throws Exception {
        Key revocation = begun(RevocationKind.PROJECT, PROJECT.value());
        found(revocation);
        house.owner("update governance.extraction_file set state = 'withdrawn' where state = 'released'");
        withdrawn(revocation, 2, 2, 0);
        house.completed("researcher-lead", "lead1").completed("ig-lead", "iglead");
        house.run("governance:check-deletion:1", revocation, false, null);
        house.run("governance:check-escalation:1", revocation, EscalationDecision.SANCTION, null);

        house.run(CERTIFY, revocation);
        house.run(CERTIFY, revocation);

        assertThat(house.state("revocation", "revocation_key", revocation)).isEqualTo("certified");
        assertThat(house.one("select certificate::text from governance.revocation")).contains(
                "\"filesLeft\": \"0\"", "\"filesRemoved\": \"2\"", "\"confirm-deletion\": \"not-confirmed\"",
                "\"escalate-deletion\": \"sanction\"");
        assertThat(house.actions(revocation)).filteredOn("revocation-certified"::equals).hasSize(1);
    }

    @Test
    void onlyAProjectLeadConfirmsADeletion() throws Exception {
        Key revocation = begun(RevocationKind.PROJECT, PROJECT.value());
        house.completed("researcher-lead", "analyst1");

        assertThatThrownBy(() -> house.run("governance:check-deletion:1", revocation, true, null))
                .hasMessage("NOT_ENTITLED");
    }

    @Test
    void aSuspendedTagStopsOnlyWhatRestsOnIt() throws Exception {
        Key revocation = house.zone().requestRevocation(RevocationKind.TAG, TAG.value(), null, "iglead");

        assertThat(house.<Record>run(FIND, revocation))
                .isEqualTo(new FindAffectedWorker.Output(List.of(RUNNING), false));
        assertThat(house.zone().withdrawal(revocation).filesLeft()).isZero();
    }

    @Test
    void aDataControllerTakesBackItsShareAndTheLastOneEndsTheAgreement() throws Exception {
        begun(RevocationKind.CONTROLLER, "north");
        assertThat(house.state("agreement", "agreement_key", AGREEMENT)).isEqualTo("active");

        begun(RevocationKind.CONTROLLER, "south");
        assertThat(house.state("agreement", "agreement_key", AGREEMENT)).isEqualTo("revoked");
    }

    @Test
    void theSweepEndsAGrantOnItsDayAndOnlyOnce() throws Exception {
        house.owner("update governance.agreement set ends_on = '%s'", TODAY.plusDays(1));
        house.run("governance:sweep-grants:1");
        assertThat(house.announced()).isEmpty();
        house.run("governance:check-agreement:1", AGREEMENT, RUNNING);

        house.owner("update governance.agreement set ends_on = '%s'", TODAY);
        assertThatThrownBy(() -> house.run("governance:check-agreement:1", AGREEMENT, RUNNING))
                .hasMessage("AGREEMENT_ENDED");
        house.run("governance:sweep-grants:1");
        house.run("governance:sweep-grants:1");

        assertThat(house.state("agreement", "agreement_key", AGREEMENT)).isEqualTo("ended");
        assertThat(house.one("select count(*) from governance.revocation where kind = 'agreement'")).isEqualTo("1");
        assertThat(house.actions(AGREEMENT)).containsExactly("agreement-ended");
        // announced again until its process began; the engine takes the same message id once
        assertThat(house.announced()).hasSize(2).allMatch(a -> a.message().equals("revocation-requested"));
    }

    @Test
    void whatGovernanceDoesNotKnowCannotBeRevoked() {
        assertThatThrownBy(() -> house.zone().requestRevocation(RevocationKind.PROJECT, "prj-unknown", null, "iglead"))
                .hasMessage("There is no such project to revoke: give its key, as the audit page shows it.");
        assertThatThrownBy(
                () -> house.zone().requestRevocation(RevocationKind.PATIENT, "0101011234", null, "iglead"))
                .hasMessageStartingWith("There is no such patient to revoke");
    }

    @Test
    void aReasonThatNamesSomebodyIsRefused() {
        assertThatThrownBy(() -> house.zone().requestRevocation(RevocationKind.PROJECT, PROJECT.value(),
                House.text("Fraser asked"), "iglead")).hasMessageContaining("may identify a patient");
        assertThat(house.one("select count(*) from governance.revocation")).isEqualTo("0");
    }

    private Key begun(RevocationKind kind, String subject) throws Exception {
        Key revocation = house.zone().requestRevocation(kind, subject, null, "iglead");
        house.run(FIND, revocation);
        return revocation;
    }

    private void found(Key revocation) {
        house.owner("insert into governance.revocation_release (revocation_key, release_key) values ('%s', '%s')",
                revocation, RELEASE);
    }

    private void withdrawn(Key revocation, int before, int removed, int after) {
        house.owner("update governance.revocation_release set state = 'withdrawn', files_before = %s,"
                + " files_removed = %s, files_after = %s where revocation_key = '%s'", before, removed, after,
                revocation);
    }
}
