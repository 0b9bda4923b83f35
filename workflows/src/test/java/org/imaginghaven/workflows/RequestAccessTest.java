package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imaginghaven.workflows.Requests.ACCEPT;
import static org.imaginghaven.workflows.Requests.CONFIRM;
import static org.imaginghaven.workflows.Requests.amend;
import static org.imaginghaven.workflows.Requests.decide;
import static org.imaginghaven.workflows.Requests.triage;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** governance-request-access, with the approval it calls. */
class RequestAccessTest {

    private final String request = Keys.next("req");

    private Run start(Script workers) {
        return Run.start("governance-request-access", Requests.variables(request), workers);
    }

    private Run accepted(Script workers) {
        return start(workers).complete("confirm-cohort", "researcher1", CONFIRM).complete("triage-request", "triage1",
                ACCEPT);
    }

    private Run returned(Script workers) {
        return start(workers).complete("confirm-cohort", "researcher1", CONFIRM).complete("triage-request", "triage1",
                triage("return"));
    }

    @Test
    void anApprovedRequestActivatesItsProject() {
        try (Run run = accepted(Workers.request())) {
            assertThat(run.task("decide-for-controller").groups()).containsExactly("controller-north");
            run.complete("decide-for-controller", "north1", decide("approve")).endsWith("access-approved");
            assertThat(run.watch().inputs("governance:activate-project:1").getFirst())
                    .containsEntry("requestKey", request).containsKey("agreementKey");
            assertThat(run.variable("approvalOutcome")).isEqualTo("approved");
        }
    }

    @Test
    void aPartlyApprovedRequestActivatesItsProject() {
        var workers = Workers.request();
        workers.on("governance:list-controllers:1",
                Answer.done(Map.of("controllers", List.of("north", "south"), "controllerCount", 2)));
        try (Run run = accepted(workers)) {
            run.complete(run.task("decide-for-controller", task -> task.groups().contains("controller-north")),
                    "north1",
                    decide("approve"));
            run.complete(run.task("decide-for-controller", task -> task.groups().contains("controller-south")),
                    "south1",
                    decide("refuse")).endsWith("access-approved");
            assertThat(run.variable("approvalOutcome")).isEqualTo("partial");
        }
    }

    @Test
    void aRefusedRequestActivatesNothing() {
        try (Run run = accepted(Workers.request())) {
            run.complete("decide-for-controller", "north1", decide("refuse")).pass(Duration.ofDays(14).plusMinutes(1))
                    .endsWith("access-refused");
            assertThat(run.watch().jobs()).endsWith("governance:refuse-request:1")
                    .doesNotContain("governance:activate-project:1");
        }
    }

    @Test
    void anEmptyCohortIsRefused() {
        var workers = Workers.request().on("governance:register-request:1", Answer.refused("COHORT_EMPTY"));
        try (Run run = start(workers)) {
            run.endsWith("access-refused");
            assertThat(run.watch().completions()).isEmpty();
        }
    }

    @Test
    void theCoordinatorCanDropTheCohort() {
        try (Run run = start(Workers.request())) {
            assertThat(run.task("confirm-cohort").groups()).containsExactly("coordinator");
            run.complete("confirm-cohort", "coordinator1", Map.of("cohortDecision", "withdraw"))
                    .endsWith("request-dropped");
            assertThat(run.watch().jobs()).endsWith("governance:withdraw-request:1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "unforeseen"})
    void triageCanRefuse(String decision) {
        try (Run run = start(Workers.request())) {
            run.complete("confirm-cohort", "researcher1", CONFIRM)
                    .complete("triage-request", "triage1", triage(decision)).endsWith("access-refused");
            assertThat(run.watch().jobs()).doesNotContain("governance:list-controllers:1");
        }
    }

    @Test
    void aReturnedRequestGoesBackToTheApplicantAndRoundAgain() {
        try (Run run = returned(Workers.request())) {
            assertThat(run.task("amend-request").assignee()).isEqualTo("researcher1");
            run.complete("amend-request", "researcher1", amend("resubmit"))
                    .complete("confirm-cohort", "researcher1", CONFIRM).complete("triage-request", "triage1", ACCEPT)
                    .complete("decide-for-controller", "north1", decide("approve")).endsWith("access-approved");
            assertThat(run.watch().jobs("governance:record-triage:1")).isEqualTo(2);
        }
    }

    @Test
    void aRequestReturnedByAControllerGoesBackToTheApplicant() {
        try (Run run = accepted(Workers.request())) {
            run.complete("decide-for-controller", "north1", decide("return"))
                    .complete("amend-request", "researcher1", amend("withdraw")).endsWith("amendment-dropped");
            assertThat(run.variable("approvalOutcome")).isEqualTo("returned");
            assertThat(run.watch().jobs()).endsWith("governance:withdraw-request:1");
        }
    }

    @Test
    void anAmendmentNobodyMakesLapses() {
        try (Run run = returned(Workers.request())) {
            run.task("amend-request");
            run.pass(Duration.ofDays(29)).task("amend-request");
            run.pass(Duration.ofDays(1).plusMinutes(1)).endsWith("request-lapsed");
            assertThat(run.watch().jobs()).endsWith("governance:lapse-request:1");
        }
    }

    @Test
    void refusedPeopleAreReplaced() {
        var workers = Workers.request().on("governance:confirm-cohort:1", Workers.REFUSING)
                .on("governance:record-triage:1", Workers.REFUSING).on("governance:resubmit-request:1",
                        Answer.refused("SEPARATION_OF_DUTIES"), Answer.refused("NOT_ENTITLED"), Answer.done());
        try (Run run = start(workers)) {
            run.outlastsRefusals("confirm-cohort", "researcher1", CONFIRM, "cohortDecision", "purpose")
                    .outlastsRefusals("triage-request", "triage1", triage("return"), "triageDecision", "triageReason")
                    .outlastsRefusals("amend-request", "researcher1", amend("resubmit"), "amendDecision")
                    .task("confirm-cohort");
        }
    }

    @Test
    void theApplicantCanWithdrawBeforeTriage() {
        try (Run run = start(Workers.request())) {
            run.complete("confirm-cohort", "researcher1", CONFIRM).task("triage-request");
            run.tell("request-withdrawn", request).endsWith("withdrawal-done");
            assertThat(run.watch().tasks()).isEmpty();
            assertThat(run.watch().jobs()).endsWith("governance:withdraw-request:1");
        }
    }

    @Test
    void theApplicantCanWithdrawWhileControllersDecide() {
        try (Run run = accepted(Workers.request())) {
            run.task("decide-for-controller");
            run.tell("request-withdrawn", request).endsWith("withdrawal-done");
            run.await("the task to go", () -> run.watch().tasks().isEmpty());
            assertThat(run.watch().jobs()).doesNotContain("governance:record-decision:1");
        }
    }
}
