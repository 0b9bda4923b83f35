package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imaginghaven.workflows.Requests.appeal;
import static org.imaginghaven.workflows.Requests.decide;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** governance-approve-request: reminders, escalation, expiry, and the time to appeal. */
class DecisionDeadlinesTest {

    private static final String REMIND = "governance:remind-controller:1";
    private static final String ESCALATE = "governance:escalate-decision:1";
    private static final String LAPSE = "governance:lapse-decision:1";

    private final String request = Keys.next("req");

    private Run start(Script workers) {
        return Run.start("governance-approve-request", Requests.variables(request), workers);
    }

    private Run refused(Script workers) {
        Run run = start(workers).complete("decide-for-controller", "north1", decide("refuse"));
        return run.await("the wait for an appeal", () -> "refused".equals(run.variable("approvalOutcome"))).settle();
    }

    @Test
    void silentControllersAreRemindedEscalatedAndAtLastLapse() {
        try (Run run = start(Workers.approve("north"))) {
            run.task("decide-for-controller");
            run.pass(Duration.ofDays(14).plusMinutes(1)).awaitJobs(REMIND, 1);
            assertThat(run.watch().jobs(ESCALATE)).isZero();
            run.pass(Duration.ofDays(14).plusMinutes(1)).awaitJobs(REMIND, 2).awaitJobs(ESCALATE, 1);
            assertThat(run.watch().inputs(ESCALATE).getFirst()).containsEntry("controller", "north");
            run.task("decide-for-controller");
            run.pass(Duration.ofDays(62)).awaitJobs(LAPSE, 1).settle();
            assertThat(run.watch().tasks()).isEmpty();
            assertThat(run.watch().jobs(ESCALATE)).as("escalated once").isOne();
            assertThat(run.variable("approvalOutcome")).as("silence is no approval").isEqualTo("refused");
            assertThat(run.variable("decisions")).isEqualTo(List.of("lapse"));
        }
    }

    @Test
    void oneSilentControllerNarrowsTheCohort() {
        try (Run run = start(Workers.approve("north", "south"))) {
            run.complete(run.task("decide-for-controller", task -> task.groups().contains("controller-north")),
                    "north1",
                    decide("approve"));
            run.pass(Duration.ofDays(91)).endsWith("agreement-made");
            assertThat(run.variable("approvalOutcome")).isEqualTo("partial");
            assertThat(run.watch().inputs(LAPSE).getFirst()).containsEntry("controller", "south");
        }
    }

    @Test
    void aTaskDoneByTheWrongPersonGetsNoMoreTime() {
        var workers = Workers.approve("north").on("governance:record-decision:1", Answer.refused("NOT_ENTITLED"),
                Answer.done());
        try (Run run = start(workers)) {
            Task first = run.task("decide-for-controller");
            run.pass(Duration.ofDays(80)).complete(first, "researcher1", decide("approve"));
            run.task("decide-for-controller", task -> task.key() != first.key());
            run.pass(Duration.ofDays(10).plusMinutes(1)).awaitJobs(LAPSE, 1);
        }
    }

    @Test
    void aDecisionInTimeEndsTheReminders() {
        try (Run run = start(Workers.approve("north"))) {
            run.complete("decide-for-controller", "north1", decide("approve")).endsWith("agreement-made");
            run.pass(Duration.ofDays(100)).settle();
            assertThat(run.watch().jobs()).doesNotContain(REMIND, ESCALATE, LAPSE);
        }
    }

    @Test
    void aRefusalNobodyAppealsAgainstStands() {
        try (Run run = refused(Workers.approve("north"))) {
            run.pass(Duration.ofDays(13)).settle();
            assertThat(run.watch().ended()).isFalse();
            run.pass(Duration.ofDays(1).plusMinutes(1)).endsWith("request-refused");
            assertThat(run.watch().jobs()).doesNotContain("governance:make-agreement:1");
        }
    }

    @Test
    void anAppealCanOverturnTheRefusal() {
        try (Run run = refused(Workers.approve("north"))) {
            run.tell("appeal-lodged", request);
            assertThat(run.task("hear-appeal").groups()).containsExactly("appeals-panel");
            run.complete("hear-appeal", "appeals1", appeal("overturn")).endsWith("agreement-made");
            assertThat(run.variable("approvalOutcome")).isEqualTo("partial");
        }
    }

    @Test
    void anAppealCanUpholdTheRefusal() {
        var workers = Workers.approve("north").on("governance:record-appeal:1", "approvalOutcome", "refused");
        try (Run run = refused(workers)) {
            run.tell("appeal-lodged", request).complete("hear-appeal", "appeals1", appeal("uphold"))
                    .endsWith("request-refused");
        }
    }

    @Test
    void anAppealHeardByTheWrongPersonIsHeardAgain() {
        var workers = Workers.approve("north");
        workers.on("governance:record-appeal:1",
                Workers.refusingThen(Answer.done(Map.of("approvalOutcome", "approved"))));
        try (Run run = refused(workers)) {
            run.tell("appeal-lodged", request)
                    .outlastsRefusals("hear-appeal", "appeals1", appeal("overturn"), "appealDecision", "appealReason")
                    .endsWith("agreement-made");
        }
    }
}
