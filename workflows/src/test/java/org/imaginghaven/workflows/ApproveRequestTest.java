package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imaginghaven.workflows.Requests.decide;
import static org.imaginghaven.workflows.Requests.panel;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** governance-approve-request: the data controllers decide, each for itself, and the panel after them. */
class ApproveRequestTest {

    private static final String RECORD = "governance:record-decision:1";

    private static Run start(Script workers) {
        return Run.start("governance-approve-request", Requests.variables(Keys.next("req")), workers);
    }

    private static Task taskOf(Run run, String controller) {
        return run.task("decide-for-controller", task -> task.groups().equals(List.of("controller-" + controller)));
    }

    @Test
    void everyControllerDecidesForItself() {
        try (Run run = start(Workers.approve("north", "central", "south"))) {
            Task north = taskOf(run, "north");
            Task central = taskOf(run, "central");
            Task south = taskOf(run, "south");
            var conditions = new HashMap<>(decide("approve-with-conditions"));
            conditions.put("conditions", "no images of the face");
            run.complete(south, "south1", conditions);
            run.complete(north, "north1", decide("approve"));
            run.complete(central, "central1", decide("approve")).endsWith("agreement-made");
            assertThat(run.variable("approvalOutcome")).isEqualTo("approved");
            assertThat((List<?>) run.variable("decisions")).isEqualTo(List.of("approve", "approve",
                    "approve-with-conditions"));
            Map<Object, Object> said = new HashMap<>();
            run.watch().inputs(RECORD).forEach(input -> said.put(input.get("controller"), input.get("conditions")));
            assertThat(said).containsEntry("south", "no images of the face").containsEntry("north", null)
                    .containsEntry("central", null);
        }
    }

    @Test
    void withoutControllersNobodyApproves() {
        var workers = Workers.approve().on("governance:list-controllers:1", Answer.refused("NO_CONTROLLERS"));
        try (Run run = start(workers)) {
            run.endsWith("refused-by-default");
            assertThat(run.variable("approvalOutcome")).isEqualTo("refused");
            assertThat(run.watch().jobs()).containsExactly("governance:list-controllers:1");
        }
    }

    @Test
    void anEmptyListOfControllersNeverApproves() {
        try (Run run = start(Workers.approve())) {
            run.endsWith("refused-by-default");
            assertThat(run.variable("approvalOutcome")).isEqualTo("refused");
            assertThat(run.watch().jobs()).doesNotContain("governance:make-agreement:1");
        }
    }

    @Test
    void aListThatIsShorterThanItsCountNeverApproves() {
        var workers = Workers.approve().on("governance:list-controllers:1",
                Answer.done(Map.of("controllers", List.of("north"), "controllerCount", 2)));
        try (Run run = start(workers)) {
            run.endsWith("refused-by-default");
        }
    }

    @Test
    void aDecisionThatWasNotRecordedNeverApproves() {
        var workers = Workers.approve("north", "south").on("governance:tally-decisions:1", Answer.done(
                Map.of("approvals", 1, "refusals", 0, "returns", 0, "lapses", 0, "patientCount", 120)));
        try (Run run = start(workers)) {
            run.complete(taskOf(run, "north"), "north1", decide("approve"));
            run.complete(taskOf(run, "south"), "south1", decide("approve"));
            run.await("the wait for an appeal", () -> "refused".equals(run.variable("approvalOutcome")));
            assertThat(run.watch().jobs()).doesNotContain("governance:make-agreement:1");
        }
    }

    @Test
    void aReturnBeatsApprovals() {
        try (Run run = start(Workers.approve("north", "south"))) {
            run.complete(taskOf(run, "north"), "north1", decide("approve"));
            run.complete(taskOf(run, "south"), "south1", decide("return")).endsWith("request-returned");
            assertThat(run.variable("approvalOutcome")).isEqualTo("returned");
        }
    }

    @Test
    void aLargeNarrowedCohortGoesToThePanel() {
        try (Run run = start(contested("partial"))) {
            contest(run);
            assertThat(run.task("review-by-panel").groups()).containsExactly("panel");
            run.complete("review-by-panel", "panel1", panel("approve")).endsWith("agreement-made");
            assertThat(run.watch().inputs("governance:record-panel:1").getFirst()).containsEntry("panelDecision",
                    "approve");
        }
    }

    @Test
    void thePanelCanRefuse() {
        try (Run run = start(contested("refused"))) {
            contest(run);
            run.complete("review-by-panel", "panel1", panel("refuse"));
            run.pass(Duration.ofDays(15)).endsWith("request-refused");
            assertThat(run.variable("approvalOutcome")).isEqualTo("refused");
        }
    }

    @Test
    void refusedPeopleAreReplaced() {
        var workers = contested("partial");
        workers.on("governance:record-panel:1",
                Workers.refusingThen(Answer.done(Map.of("approvalOutcome", "partial"))));
        try (Run run = start(workers)) {
            contest(run);
            run.outlastsRefusals("review-by-panel", "panel1", panel("approve"), "panelDecision", "panelReason")
                    .endsWith("agreement-made");
        }
    }

    @Test
    void refusedControllersAreReplaced() {
        var workers = Workers.approve("north").on(RECORD, Workers.REFUSING).on("governance:tally-decisions:1",
                Answer.done(Map.of("approvals", 1, "refusals", 0, "returns", 0, "lapses", 0, "patientCount", 120)));
        var form = new HashMap<>(decide("approve-with-conditions"));
        form.put("conditions", "no images of the face");
        try (Run run = start(workers)) {
            run.outlastsRefusals("decide-for-controller", "north1", form, "controllerDecision", "conditions",
                    "decisionReason").endsWith("agreement-made");
            assertThat(run.variable("dutyProblem")).as("stays with its controller").isNull();
        }
    }

    @Test
    void anAgreementNobodyApprovedIsRefused() {
        var workers = Workers.approve("north").on("governance:make-agreement:1", Answer.refused("NO_CONTROLLERS"));
        try (Run run = start(workers)) {
            run.complete("decide-for-controller", "north1", decide("approve")).endsWith("request-refused");
            assertThat(run.variable("approvalOutcome")).isEqualTo("refused");
        }
    }

    private static Script contested(String outcome) {
        return Workers.approve("north", "south").on("governance:tally-decisions:1",
                Answer.done(Map.of("approvals", 1, "refusals", 1, "returns", 0, "lapses", 0, "patientCount", 1_001)))
                .on("governance:record-panel:1", "approvalOutcome", outcome);
    }

    private static void contest(Run run) {
        run.complete(taskOf(run, "north"), "north1", decide("approve"));
        run.complete(taskOf(run, "south"), "south1", decide("refuse"));
    }
}
