package org.imaginghaven.demo.walk;

import static org.imaginghaven.demo.walk.Stage.number;
import static org.imaginghaven.demo.walk.Stage.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imaginghaven.demo.walk.Desk.Reply;
import org.imaginghaven.demo.walk.Desk.Script;
import org.imaginghaven.local.Tasklist.Task;

/** Search, request and approve: three data controllers decide, one with conditions, one against, so the cohort narrows. */
final class RequestStep {

    private static final String PURPOSE = "Train a model that finds small nodules, and publish how well it does.";

    private RequestStep() {
    }

    /** What an extraction needs to know. */
    record Agreed(String requestKey, String projectKey, String agreementKey) {
    }

    static Map<String, List<String>> cohort() {
        return Map.of("modality", List.of("CT", "MR", "US", "CR", "DX"));
    }

    static Agreed run(Stage stage) {
        search(stage);
        long start = System.nanoTime();
        JsonNode request = stage.search().post("researcher1", "/api/requests",
                Map.of("title", "Nodules on routine imaging", "definition", cohort()));
        long instance = number(request, "processInstanceKey");
        String end = stage.desk().playToTheEnd(instance, "request", people(), Stage.PATIENCE);
        stage.done("request", "governance-request-access", List.of(instance), end, start,
                "asked for by researcher1, confirmed by coordinator1, triaged by triage1");
        List<Long> approvals = stage.engine().calledBy(instance);
        stage.done("approve", "governance-approve-request", approvals,
                stage.engine().awaitEnd(approvals.getLast(), "approval", Stage.PATIENCE), start,
                "north with conditions, central yes, south no: the cohort narrows to two controllers");
        String requestKey = text(request, "requestKey");
        JsonNode keys = stage.app().get("auditor1", "/api/requests/" + requestKey).path("keys");
        return new Agreed(requestKey, text(request, "projectKey"), keys.path("agreement").path(0).asText());
    }

    private static void search(Stage stage) {
        long start = System.nanoTime();
        JsonNode counts = stage.search().post("coordinator1", "/api/counts", cohort());
        stage.done("search", null, List.of(), "counted", start,
                "coordinator1 sees %s patients, %s studies, %s series".formatted(
                        counts.path("patients").path("text").asText(),
                        counts.path("studies").path("text").asText(), counts.path("series").path("text").asText()));
    }

    static Script people() {
        return task -> Optional.ofNullable(switch (task.element()) {
            case "confirm-cohort" -> new Reply("coordinator1",
                    Map.of("cohortDecision", "confirm", "purpose", PURPOSE));
            case "triage-request" ->
                new Reply("triage1", Map.of("triageDecision", "accept", "triageReason", "In scope."));
            case "decide-for-controller" -> decision(task);
            case "review-by-panel" ->
                new Reply("panel1", Map.of("panelDecision", "approve", "panelReason", "The benefit is clear."));
            default -> null;
        });
    }

    private static Reply decision(Task task) {
        String endsOn = LocalDate.now(ZoneOffset.UTC).plusYears(1).toString();
        return switch (task.candidateGroups().getFirst()) {
            case "controller-north" -> new Reply("north1", Map.of("controllerDecision", "approve-with-conditions",
                    "conditions", "No linkage to other data.", "endsOn", endsOn, "decisionReason", "Well argued."));
            case "controller-central" -> new Reply("central1",
                    Map.of("controllerDecision", "approve", "endsOn", endsOn, "decisionReason", "Well argued."));
            case "controller-south" -> new Reply("south1",
                    Map.of("controllerDecision", "refuse", "decisionReason", "Our patients were told otherwise."));
            default -> throw new DemoFailure("nobody in the demo decides for " + task.candidateGroups(), null);
        };
    }
}
