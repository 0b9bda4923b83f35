package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;
import static org.imaginghaven.demo.walk.Stage.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imaginghaven.demo.walk.Desk.Reply;
import org.imaginghaven.demo.walk.Desk.Script;

/** Revoke, twice: a patient opts out and exactly their files go; then the project ends and everything goes. */
final class RevokeStep {

    private static final String PROCESS = "governance-revoke-access";
    private static final Script PEOPLE = Script.of(Map.of(
            "confirm-deletion",
            new Reply("lead1", Map.of("deletionConfirmed", true, "deletionNote", "Copies and backups removed.")),
            "escalate-deletion", new Reply("iglead", Map.of("escalationDecision", "confirmed", "escalationNote",
                    "Confirmed by telephone."))));

    private RevokeStep() {
    }

    static void optOut(Stage stage, String extractionKey) {
        long start = System.nanoTime();
        Map<String, List<String>> released = new Released(stage.stack()).filesByChi(extractionKey);
        String chi = released.entrySet().stream().max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow(() -> new DemoFailure("nothing was released, so nobody can opt out of it", null)).getKey();
        int patientFiles = released.get(chi).size();
        String optOut = text(stage.app().post("analyst1", "/api/opt-outs", Map.of("source", "chi", "value", chi)),
                "optOutKey");
        Revoked revoked = revoke(stage, "patient", optOut);
        if (revoked.before() - revoked.after() != patientFiles) {
            throw new DemoFailure("a patient with %d files opted out and %d files went".formatted(patientFiles,
                    revoked.before() - revoked.after()), null);
        }
        stage.report().put("optOut", new DemoReport.OptOut(revoked.before(), revoked.after(), patientFiles));
        stage.done("revoke", PROCESS, List.of(revoked.instance()), revoked.end(), start,
                "a patient opts out: %d files before, %d after, %d were theirs".formatted(revoked.before(),
                        revoked.after(), patientFiles));
    }

    static void project(Stage stage, String projectKey) {
        long start = System.nanoTime();
        Revoked revoked = revoke(stage, "project", projectKey);
        stage.report().put("revocation", new DemoReport.Revocation(revoked.left()));
        stage.done("revoke", PROCESS, List.of(revoked.instance()), revoked.end(), start,
                "the project ends: %d files before, %d left".formatted(revoked.before(), revoked.left()));
    }

    private record Revoked(long instance, String end, int before, int after, int left) {
    }

    private static Revoked revoke(Stage stage, String kind, String subject) {
        long startedAt = System.currentTimeMillis() - 1_000;
        String key = text(stage.app().post("iglead", "/api/revocations",
                Map.of("kind", kind, "subject", subject, "reason", "Asked for by the people concerned.")),
                "revocationKey");
        long instance = Patience.await("a revocation to begin", Stage.PATIENCE,
                () -> stage.engine().instancesSince(PROCESS, startedAt).stream().findFirst());
        String end = stage.desk().playToTheEnd(instance, "revocation", PEOPLE, Stage.PATIENCE);
        JsonNode state = stage.app().get("iglead", "/api/revocations/" + key);
        return new Revoked(instance, end, (int) number(state, "filesBefore"), (int) number(state, "filesAfter"),
                (int) number(state, "filesLeft"));
    }
}
