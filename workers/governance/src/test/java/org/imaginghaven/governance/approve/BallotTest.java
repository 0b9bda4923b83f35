package org.imaginghaven.governance.approve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.governance.approve.ControllerDecision.APPROVE;
import static org.imaginghaven.governance.approve.ControllerDecision.APPROVE_WITH_CONDITIONS;
import static org.imaginghaven.governance.approve.ControllerDecision.LAPSE;
import static org.imaginghaven.governance.approve.ControllerDecision.REFUSE;
import static org.imaginghaven.governance.approve.ControllerDecision.RETURN;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.imaginghaven.governance.approve.Ballot.Terms;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);
    private static final List<String> BOTH = List.of("central", "north");

    @Test
    void approvalByNobodyIsNoApproval() {
        Ballot nobody = new Ballot(List.of(), List.of(), false, false);

        assertThat(nobody.outcome()).isEqualTo(ApprovalOutcome.REFUSED);
        assertThatThrownBy(() -> nobody.terms(TODAY)).hasMessage("NOT_RECONCILED");
    }

    @Test
    void aMissingDecisionIsNotAnApproval() {
        assertThatThrownBy(() -> ballot(decision("north", APPROVE)).terms(TODAY)).hasMessage("NOT_RECONCILED");
    }

    @Test
    void aDecisionOfSomebodyElseDoesNotFillTheGap() {
        assertThatThrownBy(() -> ballot(decision("north", APPROVE), decision("south", APPROVE)).terms(TODAY))
                .hasMessage("NOT_RECONCILED");
    }

    @Test
    void theEarliestEndAndAllConditionsHold() throws Refusal {
        Decision strict = new Decision("north", APPROVE_WITH_CONDITIONS, new GovernanceText("only nodules"),
                TODAY.plusDays(90), false, null, "north1");
        Decision later = new Decision("central", APPROVE, null, TODAY.plusDays(200), false, null, "central1");

        assertThat(ballot(strict, later).terms(TODAY)).isEqualTo(
                new Terms(List.of("central", "north"), Optional.of("north: only nodules"), TODAY.plusDays(90)));
        assertThat(ballot(strict, later).outcome()).isEqualTo(ApprovalOutcome.APPROVED);
    }

    @Test
    void aRefusalNarrowsTheScope() throws Refusal {
        Ballot ballot = ballot(decision("north", REFUSE), decision("central", APPROVE));

        assertThat(ballot.outcome()).isEqualTo(ApprovalOutcome.PARTIAL);
        assertThat(ballot.terms(TODAY)).isEqualTo(new Terms(List.of("central"), Optional.empty(),
                TODAY.plusDays(Ballot.DEFAULT_TERM_DAYS)));
    }

    @Test
    void nobodyApprovedIsRefused() {
        Ballot ballot = ballot(decision("north", REFUSE), decision("central", LAPSE));

        assertThat(ballot.outcome()).isEqualTo(ApprovalOutcome.REFUSED);
        assertThatThrownBy(() -> ballot.terms(TODAY)).hasMessage("NO_CONTROLLERS");
    }

    @Test
    void aWonAppealAllowsWhatWasRefusedButNotWhatLapsed() throws Refusal {
        Ballot ballot = new Ballot(BOTH, List.of(decision("central", LAPSE), decision("north", REFUSE)), false, true);

        assertThat(ballot.outcome()).isEqualTo(ApprovalOutcome.PARTIAL);
        assertThat(ballot.terms(TODAY).controllers()).containsExactly("north");
    }

    @Test
    void thePanelsNoStandsUntilAnAppealOverturnsIt() {
        List<Decision> decisions = List.of(decision("central", APPROVE), decision("north", REFUSE));

        assertThat(new Ballot(BOTH, decisions, true, false).outcome()).isEqualTo(ApprovalOutcome.REFUSED);
        assertThat(new Ballot(BOTH, decisions, true, true).outcome()).isEqualTo(ApprovalOutcome.APPROVED);
    }

    @Test
    void whatWasReturnedCannotBeAgreedOn() {
        Ballot ballot = ballot(decision("north", RETURN), decision("central", APPROVE));

        assertThat(ballot.outcome()).isEqualTo(ApprovalOutcome.RETURNED);
        assertThatThrownBy(() -> ballot.terms(TODAY)).hasMessage("NO_CONTROLLERS");
    }

    private static Ballot ballot(Decision... decisions) {
        return new Ballot(BOTH, List.of(decisions), false, false);
    }

    private static Decision decision(String controller, ControllerDecision decision) {
        @Nullable
        GovernanceText none = null;
        return new Decision(controller, decision, none, null, false, none, controller + "1");
    }
}
