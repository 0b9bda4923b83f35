package org.imaginghaven.governance.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.governance.House.APPLICANT;
import static org.imaginghaven.governance.House.COHORT;
import static org.imaginghaven.governance.House.REQUEST;
import static org.imaginghaven.governance.House.text;

import org.imaginghaven.governance.House;
import org.imaginghaven.governance.request.ConfirmCohortWorker.CohortDecision;
import org.imaginghaven.governance.request.RecordTriageWorker.TriageDecision;
import org.imaginghaven.governance.request.ResubmitRequestWorker.AmendDecision;
import org.imaginghaven.kernel.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestLifeTest {

    private static final String REGISTER = "governance:register-request:1";
    private static final String CONFIRM = "governance:confirm-cohort:1";
    private static final String TRIAGE = "governance:record-triage:1";
    private static final String RESUBMIT = "governance:resubmit-request:1";

    private final House house = new House();

    @AfterEach
    void theLedgerIsIntact() {
        assertThat(house.ledgerIsIntact()).isTrue();
    }

    @Test
    void aRequestIsRegisteredOnceHoweverOftenItsJobIsDelivered() throws Exception {
        assertThat(house.<Record>run(REGISTER, REQUEST)).isEqualTo(new RegisterRequestWorker.Output(40, 40));
        assertThat(house.<Record>run(REGISTER, REQUEST)).isEqualTo(new RegisterRequestWorker.Output(40, 40));

        assertThat(state()).isEqualTo("submitted");
        assertThat(house.actions(REQUEST)).containsExactly("request-registered");
    }

    @Test
    void anEmptyCohortIsRefused() throws Exception {
        house.owner("update inventory.cohort set patients = 0, files = 0 where cohort_key = '%s'", COHORT);

        assertThatThrownBy(() -> house.run(REGISTER, REQUEST)).hasMessage("COHORT_EMPTY");
        house.run("governance:refuse-request:1", REQUEST);

        assertThat(state()).isEqualTo("refused");
    }

    @Test
    void aCoordinatorConfirmsAndSaysWhatFor() throws Exception {
        registered().completed("coordinator", "coordinator1").run(CONFIRM, REQUEST, CohortDecision.CONFIRM,
                text("Nodules in chest CT"), true);

        assertThat(state()).isEqualTo("in-triage");
        assertThat(house.one("select purpose from governance.request")).isEqualTo("Nodules in chest CT");
        assertThat(house.one("select report_text from governance.request")).isEqualTo("t");
        assertThat(house.actions(REQUEST)).containsExactly("request-registered", "cohort-confirmed");
    }

    @Test
    void aTextThatNamesSomebodyIsSentBackAndNeverStored() throws Exception {
        registered().completed("coordinator", "coordinator1");

        assertThatThrownBy(() -> house.run(CONFIRM, REQUEST, CohortDecision.CONFIRM, text("As Fraser asked"), null))
                .hasMessage("TEXT_IDENTIFIES");

        assertThat(state()).isEqualTo("submitted");
        assertThat(house.one("select count(*) from governance.review")).isEqualTo("0");
    }

    @Test
    void aCohortThatIsDeclinedWaitsForItsWithdrawal() throws Exception {
        registered().completed("coordinator", "coordinator1").run(CONFIRM, REQUEST, CohortDecision.WITHDRAW, null,
                null);
        assertThat(state()).isEqualTo("submitted");

        house.run("governance:withdraw-request:1", REQUEST);
        house.run("governance:withdraw-request:1", REQUEST);

        assertThat(state()).isEqualTo("withdrawn");
        assertThat(house.actions(REQUEST)).containsExactly("request-registered", "cohort-declined",
                "request-withdrawn");
    }

    @Test
    void nobodyTriagesTheirOwnRequest() throws Exception {
        confirmed().completed("governance-triage", APPLICANT);

        assertThatThrownBy(() -> house.run(TRIAGE, REQUEST, TriageDecision.ACCEPT, null))
                .hasMessage("SEPARATION_OF_DUTIES");
        assertThat(state()).isEqualTo("in-triage");
    }

    @Test
    void whoIsNotInTheGroupDoesNotTriage() throws Exception {
        confirmed().completed("governance-triage", "north1");

        assertThatThrownBy(() -> house.run(TRIAGE, REQUEST, TriageDecision.ACCEPT, null)).hasMessage("NOT_ENTITLED");
    }

    @Test
    void whoIsNoLongerEnabledDoesNotTriage() throws Exception {
        house.owner("update governance.person set enabled = false where username = 'triage1'");
        confirmed().completed("governance-triage", "triage1");

        assertThatThrownBy(() -> house.run(TRIAGE, REQUEST, TriageDecision.ACCEPT, null)).hasMessage("NOT_ENTITLED");
    }

    @Test
    void aTaskCompletedWithoutAnAssigneeCountsForNothing() throws Exception {
        confirmed().completedByNobody("governance-triage");

        assertThatThrownBy(() -> house.run(TRIAGE, REQUEST, TriageDecision.ACCEPT, null)).hasMessage("NOT_ENTITLED");
    }

    @Test
    void aReturnedRequestStartsANewRound() throws Exception {
        confirmed().completed("governance-triage", "triage1").run(TRIAGE, REQUEST, TriageDecision.RETURN,
                text("Say what for"));
        assertThat(state()).isEqualTo("returned");

        house.run(RESUBMIT, REQUEST, AmendDecision.RESUBMIT);

        assertThat(state()).isEqualTo("submitted");
        assertThat(house.zone().request(REQUEST).round()).isEqualTo(2);
    }

    @Test
    void anOldDeliveryOfADecisionDoesNothingToTheNextRound() throws Exception {
        confirmed().completed("governance-triage", "triage1");
        house.deliver(7, TRIAGE, REQUEST, TriageDecision.RETURN, null);
        house.run(RESUBMIT, REQUEST, AmendDecision.RESUBMIT);
        house.run(CONFIRM, REQUEST, CohortDecision.CONFIRM, null, null);

        house.deliver(7, TRIAGE, REQUEST, TriageDecision.RETURN, null);

        assertThat(state()).isEqualTo("in-triage");
    }

    @Test
    void aRequestThatNobodyAmendsLapses() throws Exception {
        confirmed().completed("governance-triage", "triage1").run(TRIAGE, REQUEST, TriageDecision.RETURN, null);
        house.run("governance:lapse-request:1", REQUEST);

        assertThat(state()).isEqualTo("lapsed");
        assertThatThrownBy(() -> house.run("governance:refuse-request:1", REQUEST))
                .hasMessage("a request that is lapsed cannot become refused");
    }

    @Test
    void noProjectBeginsWithoutAnAgreement() throws Exception {
        confirmed().completed("governance-triage", "triage1").run(TRIAGE, REQUEST, TriageDecision.ACCEPT, null);

        assertThatThrownBy(
                () -> house.run("governance:activate-project:1", REQUEST, new Key("agr-0000000000000001")))
                .hasMessage("no active agreement for the request");
        assertThat(state()).isEqualTo("in-approval");
    }

    @Test
    void onlyTheApplicantTakesARequestBack() throws Exception {
        registered();

        assertThatThrownBy(() -> house.zone().withdrawRequest(REQUEST, "triage1"))
                .hasMessage("Only the applicant of a request can do this.");
        house.zone().withdrawRequest(REQUEST, APPLICANT);

        assertThat(house.announced()).containsExactly(
                new House.Announced("request-withdrawn", REQUEST.value(), REQUEST));
        assertThat(house.actions(REQUEST)).endsWith("withdrawal-asked");
    }

    @Test
    void aFinishedRequestCannotBeAppealed() throws Exception {
        house.owner("update governance.request set state = 'withdrawn'");

        assertThatThrownBy(() -> house.zone().appeal(REQUEST, APPLICANT))
                .hasMessage("The request is withdrawn: nothing can change it now.");
    }

    private House registered() throws Exception {
        house.run(REGISTER, REQUEST);
        return house;
    }

    private House confirmed() throws Exception {
        registered().completed("coordinator", "coordinator1").run(CONFIRM, REQUEST, CohortDecision.CONFIRM, null, null);
        return house;
    }

    private String state() {
        return house.state("request", "request_key", REQUEST);
    }
}
