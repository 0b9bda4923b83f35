package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imaginghaven.workflows.Requests.ACCEPT;
import static org.imaginghaven.workflows.Requests.CONFIRM;
import static org.imaginghaven.workflows.Requests.appeal;
import static org.imaginghaven.workflows.Requests.decide;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.governance.people.Duty;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.governance.people.TaskDesk;
import org.imaginghaven.governance.people.TaskHistory.HistoryBehind;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Refusal;
import org.junit.jupiter.api.Test;

/**
 * Separation of duties as governance decides it, from who really completed each task according to the engine. Everyone
 * here has every group they would need, so that only what they did before is in their way, unless a test says otherwise.
 */
class DutiesTest {

    private static final Map<String, Set<String>> GROUPS = Map.of("researcher1",
            Set.of("coordinator", "governance-triage", "controller-north", "appeals-panel", "release-reviewer"),
            "triage1",
            Set.of("governance-triage"), "north1", Set.of("controller-north", "appeals-panel"), "south1",
            Set.of("controller-south"), "appeals1", Set.of("appeals-panel"), "analyst1",
            Set.of("deid-analyst", "ig-lead", "release-reviewer"), "iglead", Set.of("ig-lead"), "reviewer1",
            Set.of("release-reviewer"));
    private static final Map<Part, Set<String>> APPLICANT = Map.of(Part.APPLICANT, Set.of("researcher1"));

    private final TaskDesk desk = new TaskDesk(new RecordedTasks(Engine.shared()),
            name -> GROUPS.getOrDefault(name, Set.of()), _ -> false);

    private interface Admission {
        void admit(JobContext job) throws Refusal, HistoryBehind;
    }

    private static Answer ask(ActivatedJob job, Answer passed, Admission admission) {
        try {
            admission.admit(new JobContext(job.getProcessInstanceKey(), job.getBpmnProcessId(), job.getElementId(),
                    job.getKey()));
            return passed;
        } catch (Refusal refusal) {
            return Answer.refused(refusal.code().name());
        } catch (HistoryBehind e) {
            throw new AssertionError(e);
        }
    }

    private Answer.Worker duty(Duty duty, Map<Part, Set<String>> involved) {
        return job -> ask(job, Answer.done(), context -> desk.admit(duty, context, involved));
    }

    private static void refuses(Run run, String element, String person, Map<String, ?> form, String problem) {
        Task before = run.task(element);
        run.complete(before, person, form);
        run.task(element, task -> task.key() != before.key());
        assertThat(run.watch().latest("dutyProblem")).isEqualTo(problem);
    }

    @Test
    void theApplicantCannotTriageTheirOwnRequest() {
        var workers = Workers.request().onWork("governance:record-triage:1", duty(Duty.TRIAGE, APPLICANT));
        try (Run run = Run.start("governance-request-access", Requests.variables(Keys.next("req")), workers)) {
            run.complete("confirm-cohort", "researcher1", CONFIRM);
            refuses(run, "triage-request", "researcher1", ACCEPT, "separation-of-duties");
            run.complete("triage-request", "triage1", ACCEPT).task("decide-for-controller");
        }
    }

    @Test
    void theApplicantCannotApproveTheirOwnRequest() {
        var workers = Workers.approve("north").onWork("governance:record-decision:1", decision());
        try (Run run = Run.start("governance-approve-request", Requests.variables(Keys.next("req")), workers)) {
            refuses(run, "decide-for-controller", "researcher1", decide("approve"), "separation-of-duties");
            assertThat(run.watch().jobs()).doesNotContain("governance:tally-decisions:1");
        }
    }

    @Test
    void aControllerCannotDecideForAnother() {
        var workers = Workers.approve("north").onWork("governance:record-decision:1", decision());
        try (Run run = Run.start("governance-approve-request", Requests.variables(Keys.next("req")), workers)) {
            refuses(run, "decide-for-controller", "south1", decide("approve"), "not-entitled");
            refuses(run, "decide-for-controller", "", decide("approve"), "not-entitled");
            run.complete("decide-for-controller", "north1", decide("approve"))
                    .await("the tally", () -> run.watch().jobs("governance:tally-decisions:1") == 1);
        }
    }

    private Answer.Worker decision() {
        return job -> ask(job, Answer.done(),
                context -> desk.admitForController((String) job.getVariable("controller"), context, APPLICANT));
    }

    @Test
    void whoRefusedCannotHearTheAppeal() {
        String request = Keys.next("req");
        Map<Part, Set<String>> involved = Map.of(Part.APPLICANT, Set.of("researcher1"), Part.DECIDER, Set.of("north1"),
                Part.PANEL_MEMBER, Set.of());
        var workers = Workers.approve("north").onWork("governance:record-appeal:1",
                job -> ask(job, Answer.done(Map.of("approvalOutcome", "approved")),
                        context -> desk.admit(Duty.APPEAL, context, involved)));
        try (Run run = Run.start("governance-approve-request", Requests.variables(request), workers)) {
            run.complete("decide-for-controller", "north1", decide("refuse")).tell("appeal-lodged", request);
            refuses(run, "hear-appeal", "north1", appeal("uphold"), "separation-of-duties");
            refuses(run, "hear-appeal", "researcher1", appeal("overturn"), "separation-of-duties");
            run.complete("hear-appeal", "appeals1", appeal("overturn")).endsWith("agreement-made");
        }
    }

    @Test
    void theFirstReviewerCannotBeTheSecond() {
        var workers = Workers.promoteTag().on("gate:profile-tag:1", Workers.profile(true, 1, 5))
                .onWork("governance:check-first-review:1", duty(Duty.FIRST_REVIEW, Map.of()))
                .onWork("governance:check-second-review:1",
                        duty(Duty.SECOND_REVIEW, Map.of(Part.FIRST_REVIEWER, Set.of("analyst1"))));
        Map<String, String> second = Map.of("secondDecision", "promote", "secondReason", "agreed");
        try (Run run = Run.start("gate-promote-tag", Map.of("promotionKey", Keys.next("prm")), workers)) {
            run.complete("review-tag", "analyst1", Map.of("tagDecision", "promote", "reviewReason", "codes"));
            refuses(run, "second-review-tag", "analyst1", second, "separation-of-duties");
            run.complete("second-review-tag", "iglead", second).endsWith("tag-active");
        }
    }

    @Test
    void whoExtractedCannotReviewTheRelease() {
        Map<Part, Set<String>> involved = Map.of(Part.APPLICANT, Set.of("researcher1"), Part.EXTRACTOR,
                Set.of("analyst1"));
        var workers = Workers.release().onWork("governance:check-release-review:1",
                duty(Duty.RELEASE_REVIEW, involved));
        Map<String, String> release = Map.of("releaseDecision", "release", "releaseReason", "counts agree");
        String key = Keys.next("ext");
        try (Run run = Run.startByMessage("project-release-extract", "extraction-verified", key,
                Map.of("extractionKey", key), workers)) {
            for (String person : List.of("analyst1", "researcher1")) {
                refuses(run, "review-release", person, release, "separation-of-duties");
            }
            refuses(run, "review-release", "stranger", release, "not-entitled");
            run.complete("review-release", "reviewer1", release).endsWith("package-released");
        }
    }
}
