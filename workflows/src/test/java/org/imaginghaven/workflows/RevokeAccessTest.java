package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** governance-revoke-access: every affected release is withdrawn and the deletion confirmed or escalated. */
class RevokeAccessTest {

    private static final Map<String, Object> DELETED = Map.of("deletionConfirmed", true, "deletionNote", "two copies");
    private static final String WITHDRAW = "project:withdraw-release:1";

    private final String revocation = Keys.next("rev");

    private Run start(Script workers) {
        return start(workers, Map.of("revocationKey", revocation, "evidenceUrl", "http://evidence"));
    }

    private Run start(Script workers, Map<String, String> variables) {
        return Run.startByMessage("governance-revoke-access", "revocation-requested", revocation, variables, workers);
    }

    private static Map<String, String> escalation(String decision) {
        return Map.of("escalationDecision", decision, "escalationNote", "spoke to the lead");
    }

    @Test
    void withoutAReleaseNobodyIsAsked() {
        try (Run run = start(Workers.revoke())) {
            run.endsWith("revocation-certified");
            assertThat(run.watch().completions()).isEmpty();
            assertThat(run.watch().jobs()).containsExactly("governance:find-affected:1", "gate:apply-revocation:1",
                    "governance:check-withdrawal:1", "gate:destroy-project-key:1", "governance:certify-revocation:1");
        }
    }

    @Test
    void everyAffectedReleaseIsWithdrawn() {
        try (Run run = start(Workers.revoke("rel-1", "rel-2", "rel-3"))) {
            assertThat(run.task("confirm-deletion").groups()).containsExactly("researcher-lead");
            run.complete("confirm-deletion", "lead1", DELETED).endsWith("revocation-certified");
            assertThat(run.watch().inputs(WITHDRAW)).extracting(input -> input.get("releaseKey"))
                    .containsExactlyInAnyOrder("rel-1", "rel-2", "rel-3");
            assertThat(run.watch().inputs("governance:check-deletion:1").getFirst())
                    .containsEntry("deletionConfirmed", true).containsEntry("deletionNote", "two copies");
        }
    }

    @Test
    void anOptOutReachesTheIdentifiableZone() {
        var workers = Workers.revoke("rel-1").on("governance:find-affected:1",
                Answer.done(Map.of("extractions", List.of("ext-1"), "patientOptOut", true)));
        try (Run run = start(workers)) {
            run.complete("confirm-deletion", "lead1", DELETED).endsWith("revocation-certified");
            assertThat(run.watch().jobs()).startsWith("governance:find-affected:1", "identifiable:apply-revocation:1",
                    "gate:apply-revocation:1");
        }
    }

    @Test
    void nothingIsCertifiedWhileFilesAreLeft() {
        var workers = Workers.revoke("rel-1").on("governance:check-withdrawal:1",
                Answer.refused("REVOCATION_INCOMPLETE"), Answer.done(Map.of("filesLeft", 0)));
        try (Run run = start(workers)) {
            assertThat(run.task("resolve-incomplete-revocation").groups()).containsExactly("ig-lead");
            run.complete("resolve-incomplete-revocation", "iglead", Map.of())
                    .complete("confirm-deletion", "lead1", DELETED).endsWith("revocation-certified");
            assertThat(run.watch().jobs(WITHDRAW)).isEqualTo(2);
        }
    }

    @Test
    void whoSaysThatNothingIsLeftMustBeEntitledTo() {
        var workers = Workers.revoke("rel-1").on("governance:check-withdrawal:1",
                Answer.refused("REVOCATION_INCOMPLETE"), Answer.done(Map.of("filesLeft", 0)))
                .on(Workers.TASK, Workers.REFUSING_PEOPLE);
        try (Run run = start(workers)) {
            run.outlastsRefusals("resolve-incomplete-revocation", "iglead", Map.of(), "nothing is decided here")
                    .complete("confirm-deletion", "lead1", DELETED).endsWith("revocation-certified");
            assertThat(run.watch().inputs(Workers.TASK).getLast()).containsEntry("task", "resolve-revocation")
                    .containsEntry("decision", "done").containsKey("subject");
        }
    }

    @Test
    void anUnconfirmedDeletionIsEscalated() {
        try (Run run = start(Workers.revoke("rel-1"))) {
            run.complete("confirm-deletion", "lead1", Map.of("deletionConfirmed", false));
            assertThat(run.task("escalate-deletion").groups()).containsExactly("ig-lead");
            run.complete("escalate-deletion", "iglead", escalation("sanction")).endsWith("revocation-certified");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirmed", "sanction"})
    void aDeletionNobodyConfirmsInTimeIsEscalated(String decision) {
        var variables = Map.of("revocationKey", revocation, "deletionWithin", "P5D");
        try (Run run = start(Workers.revoke("rel-1"), variables)) {
            run.task("confirm-deletion");
            run.pass(Duration.ofDays(5).plusMinutes(1)).complete("escalate-deletion", "iglead", escalation(decision))
                    .endsWith("revocation-certified");
            assertThat(run.watch().inputs("governance:check-escalation:1").getFirst())
                    .containsEntry("escalationDecision", decision);
            assertThat(run.watch().jobs("governance:check-deletion:1")).isZero();
        }
    }

    @Test
    void withoutASettingTheLeadHasTwoWeeks() {
        try (Run run = start(Workers.revoke("rel-1"))) {
            run.task("confirm-deletion");
            run.pass(Duration.ofDays(13)).settle();
            assertThat(run.watch().tasks()).extracting(Task::element).containsExactly("confirm-deletion");
            run.pass(Duration.ofDays(1).plusMinutes(1)).task("escalate-deletion");
        }
    }

    @Test
    void refusedPeopleAreReplaced() {
        var workers = Workers.revoke("rel-1").on("governance:check-deletion:1", Workers.REFUSING)
                .on("governance:check-escalation:1", Workers.REFUSING);
        try (Run run = start(workers)) {
            run.outlastsRefusals("confirm-deletion", "lead1",
                    Map.of("deletionConfirmed", false, "deletionNote", "one copy left"), "deletionConfirmed",
                    "deletionNote")
                    .outlastsRefusals("escalate-deletion", "iglead", escalation("sanction"), "escalationDecision",
                            "escalationNote")
                    .endsWith("revocation-certified");
        }
    }
}
