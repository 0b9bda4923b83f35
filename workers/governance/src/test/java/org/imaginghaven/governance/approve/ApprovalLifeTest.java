package org.imaginghaven.governance.approve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.governance.House.APPLICANT;
import static org.imaginghaven.governance.House.REQUEST;
import static org.imaginghaven.governance.House.TODAY;
import static org.imaginghaven.governance.House.text;

import java.util.List;
import org.imaginghaven.governance.House;
import org.imaginghaven.governance.approve.RecordAppealWorker.AppealDecision;
import org.imaginghaven.governance.approve.RecordPanelWorker.PanelDecision;
import org.imaginghaven.governance.request.ResubmitRequestWorker.AmendDecision;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApprovalLifeTest {

    private static final String AGREE = "governance:make-agreement:1";
    private static final String TALLY = "governance:tally-decisions:1";

    private final House house = new House();

    @BeforeEach
    void untilApproval() throws Exception {
        house.untilApproval();
    }

    @AfterEach
    void theLedgerIsIntact() {
        assertThat(house.ledgerIsIntact()).isTrue();
    }

    @Test
    void everyDataControllerOfTheCohortIsAsked() throws Exception {
        assertThat(house.<Record>run("governance:list-controllers:1", REQUEST))
                .isEqualTo(new ListControllersWorker.Output(List.of("central", "north", "south"), 3));
    }

    @Test
    void withoutDataControllersThereIsNoApproval() {
        house.owner("update inventory.cohort_controller set files = 0");

        assertThatThrownBy(() -> house.run("governance:list-controllers:1", REQUEST)).hasMessage("NO_CONTROLLERS");
        assertThatThrownBy(() -> house.run(AGREE, REQUEST)).hasMessage("NOT_RECONCILED");
        assertThatThrownBy(() -> house.run(TALLY, REQUEST, 0)).hasMessage("NOT_RECONCILED");
    }

    @Test
    void theCohortNarrowsToThoseWhoApprove() throws Exception {
        decide("north", "north1", ControllerDecision.APPROVE_WITH_CONDITIONS);
        decide("central", "central1", ControllerDecision.REFUSE);
        decide("south", "south1", ControllerDecision.APPROVE);

        assertThat(house.<Record>run(TALLY, REQUEST, 3)).isEqualTo(new TallyDecisionsWorker.Output(2, 1, 0, 0, 40));
        MakeAgreementWorker.Output agreed = house.run(AGREE, REQUEST);
        house.run("governance:activate-project:1", REQUEST, agreed.agreementKey());

        assertThat(agreed.endsOn()).isEqualTo(TODAY.plusDays(100));
        assertThat(house
                .one("select string_agg(controller, ' ' order by controller) from governance.agreement_controller"))
                .isEqualTo("north south");
        assertThat(house.one("select conditions from governance.agreement")).isEqualTo("north: Only nodules");
        assertThat(house.state("request", "request_key", REQUEST)).isEqualTo("approved");
        assertThat(house.state("project", "project_key", House.PROJECT)).isEqualTo("active");
    }

    @Test
    void reportTextGoesOnlyWhereItWasAskedForAndLetGo() throws Exception {
        String allowed = "select string_agg(controller, ' ') from governance.agreement_controller where report_text";
        decide("north", "north1", ControllerDecision.APPROVE_WITH_CONDITIONS);
        decide("central", "central1", ControllerDecision.REFUSE);
        decide("south", "south1", ControllerDecision.APPROVE);
        house.owner("update governance.request set report_text = true");

        house.run(AGREE, REQUEST);

        assertThat(house.one(allowed)).as("south approved without it").isEqualTo("north");
    }

    @Test
    void reportTextNobodyAskedForStays() throws Exception {
        for (String controller : new String[]{"north", "central", "south"}) {
            decide(controller, controller + "1", ControllerDecision.APPROVE_WITH_CONDITIONS);
        }

        house.run(AGREE, REQUEST);

        assertThat(house.one("select count(*) from governance.agreement_controller where report_text")).isEqualTo("0");
    }

    @Test
    void anAgreementIsMadeOnce() throws Exception {
        approveAll();

        MakeAgreementWorker.Output first = house.run(AGREE, REQUEST);
        MakeAgreementWorker.Output again = house.run(AGREE, REQUEST);

        assertThat(again).isEqualTo(first);
        assertThat(house.one("select count(*) from governance.agreement")).isEqualTo("1");
        assertThat(house.actions(REQUEST)).filteredOn("agreement-made"::equals).hasSize(1);
    }

    @Test
    void theApplicantDoesNotApprove() {
        assertThatThrownBy(() -> decide("north", APPLICANT, ControllerDecision.APPROVE))
                .hasMessage("SEPARATION_OF_DUTIES");
        assertThat(decisions()).isEqualTo("0");
    }

    @Test
    void oneDataControllerDoesNotDecideForAnother() {
        assertThatThrownBy(() -> decide("central", "north1", ControllerDecision.APPROVE)).hasMessage("NOT_ENTITLED");
    }

    @Test
    void aControllerThatIsNotResponsibleIsAFault() {
        house.owner("delete from inventory.cohort_controller where controller = 'south'");

        assertThatThrownBy(() -> decide("south", "south1", ControllerDecision.APPROVE))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDecisionDeliveredTwiceCountsOnce() throws Exception {
        house.completed("controller-north", "north1");
        Object[] input = {REQUEST, "north", ControllerDecision.REFUSE, null, null, null, text("Not ours")};
        house.deliver(5, "governance:record-decision:1", input);
        house.deliver(5, "governance:record-decision:1", input);

        assertThat(decisions()).isEqualTo("1");
        assertThat(house.actions(REQUEST)).filteredOn("controller-decided"::equals).hasSize(1);
    }

    @Test
    void nothingIsAgreedWhileSomebodyHasNotDecided() throws Exception {
        decide("north", "north1", ControllerDecision.APPROVE);
        decide("south", "south1", ControllerDecision.APPROVE);

        assertThatThrownBy(() -> house.run(AGREE, REQUEST)).hasMessage("NOT_RECONCILED");
        assertThatThrownBy(() -> house.run(TALLY, REQUEST, 2)).hasMessage("NOT_RECONCILED");
    }

    @Test
    void theProcessCannotTallyFewerThanThereAre() throws Exception {
        approveAll();

        assertThatThrownBy(() -> house.run(TALLY, REQUEST, 2)).hasMessage("NOT_RECONCILED");
    }

    @Test
    void aReturnSendsItBackAndTheNextRoundStartsEmpty() throws Exception {
        decide("north", "north1", ControllerDecision.RETURN);
        decide("central", "central1", ControllerDecision.APPROVE);
        house.run("governance:lapse-decision:1", REQUEST, "south");

        assertThat(house.<Record>run(TALLY, REQUEST, 3)).isEqualTo(new TallyDecisionsWorker.Output(1, 0, 1, 1, 40));
        assertThat(house.state("request", "request_key", REQUEST)).isEqualTo("returned");
        house.completed("coordinator", APPLICANT).run("governance:resubmit-request:1", REQUEST,
                AmendDecision.RESUBMIT);

        assertThatThrownBy(() -> house.run(TALLY, REQUEST, 3)).hasMessage("NOT_RECONCILED");
    }

    @Test
    void aWonAppealIsHeardByNobodyWhoDecided() throws Exception {
        decide("north", "north1", ControllerDecision.REFUSE);
        decide("central", "central1", ControllerDecision.REFUSE);
        decide("south", "south1", ControllerDecision.REFUSE);
        assertThatThrownBy(() -> house.run(AGREE, REQUEST)).hasMessage("NO_CONTROLLERS");

        house.completed("appeals-panel", "south1");
        assertThatThrownBy(
                () -> house.run("governance:record-appeal:1", REQUEST, AppealDecision.OVERTURN, null))
                .hasMessage("SEPARATION_OF_DUTIES");
        house.completed("appeals-panel", "appeals1");

        assertThat(house.<Record>run("governance:record-appeal:1", REQUEST, AppealDecision.OVERTURN, null))
                .isEqualTo(new Hearings.Output(ApprovalOutcome.APPROVED));
        assertThat(house.<Record>run(AGREE, REQUEST)).isInstanceOf(MakeAgreementWorker.Output.class);
    }

    @Test
    void anAppealThatIsLostChangesNothing() throws Exception {
        decide("north", "north1", ControllerDecision.REFUSE);
        decide("central", "central1", ControllerDecision.REFUSE);
        house.run("governance:lapse-decision:1", REQUEST, "south");
        house.completed("appeals-panel", "appeals1");

        assertThat(house.<Record>run("governance:record-appeal:1", REQUEST, AppealDecision.UPHOLD, null))
                .isEqualTo(new Hearings.Output(ApprovalOutcome.REFUSED));
    }

    @Test
    void thePanelDecidesWithoutThoseWhoDecided() throws Exception {
        decide("north", "north1", ControllerDecision.APPROVE);
        decide("central", "central1", ControllerDecision.REFUSE);
        decide("south", "south1", ControllerDecision.APPROVE);

        house.completed("panel", "north1");
        assertThatThrownBy(() -> house.run("governance:record-panel:1", REQUEST, PanelDecision.APPROVE, null))
                .hasMessage("SEPARATION_OF_DUTIES");
        house.completed("panel", "panel1");

        assertThat(house.<Record>run("governance:record-panel:1", REQUEST, PanelDecision.REFUSE, null))
                .isEqualTo(new Hearings.Output(ApprovalOutcome.REFUSED));
        assertThatThrownBy(() -> house.run(AGREE, REQUEST)).hasMessage("NO_CONTROLLERS");
    }

    @Test
    void eachFiringOfATimerRemindsOnce() throws Exception {
        house.deliver(8, "governance:remind-controller:1", REQUEST, "north");
        house.deliver(8, "governance:remind-controller:1", REQUEST, "north");
        house.deliver(9, "governance:remind-controller:1", REQUEST, "north");
        house.deliver(10, "governance:escalate-decision:1", REQUEST, "north");

        assertThat(
                house.one("select string_agg(kind || ' ' || recipient, ', ' order by id) from governance.task_notice"))
                .isEqualTo("reminder controller-north, reminder controller-north, escalation ig-lead");
    }

    private void approveAll() throws Exception {
        decide("north", "north1", ControllerDecision.APPROVE);
        decide("central", "central1", ControllerDecision.APPROVE);
        decide("south", "south1", ControllerDecision.APPROVE);
    }

    private void decide(String controller, String person, ControllerDecision decision) throws Exception {
        boolean conditional = decision == ControllerDecision.APPROVE_WITH_CONDITIONS;
        house.completed("controller-" + controller, person);
        @Nullable
        Object[] input = {REQUEST, controller, decision, conditional ? text("Only nodules") : null,
                conditional ? TODAY.plusDays(100) : null, conditional, null};
        house.run("governance:record-decision:1", input);
    }

    private String decisions() {
        return house.one("select count(*) from governance.decision");
    }
}
