package org.imaginghaven.workflows;

import java.util.HashMap;
import java.util.Map;

/** A request for access and what people say to it. */
final class Requests {

    static final Map<String, Object> CONFIRM = Map.of("cohortDecision", "confirm", "purpose", "lung nodules",
            "reportText", true);
    static final Map<String, String> ACCEPT = triage("accept");

    private Requests() {
    }

    static Map<String, String> triage(String decision) {
        return Map.of("triageDecision", decision, "triageReason", "complete");
    }

    static Map<String, String> amend(String decision) {
        return Map.of("amendDecision", decision);
    }

    static Map<String, Object> decide(String decision) {
        Map<String, Object> form = new HashMap<>(Map.of("controllerDecision", decision, "decisionReason", "read it"));
        if (decision.startsWith("approve")) {
            form.put("endsOn", "2027-11-21");
        }
        return form;
    }

    static Map<String, String> panel(String decision) {
        return Map.of("panelDecision", decision, "panelReason", "discussed");
    }

    static Map<String, String> appeal(String decision) {
        return Map.of("appealDecision", decision, "appealReason", "heard");
    }

    /** The start variables of both processes. */
    static Map<String, Object> variables(String requestKey) {
        return Map.ofEntries(Map.entry("requestKey", requestKey), Map.entry("projectKey", Keys.next("prj")),
                Map.entry("cohortKey", Keys.next("coh")), Map.entry("applicant", "researcher1"),
                Map.entry("evidenceUrl", "http://evidence"), Map.entry("reminderEvery", "P14D"),
                Map.entry("escalateAfter", "P28D"), Map.entry("expireAfter", "P90D"), Map.entry("appealWithin", "P14D"),
                Map.entry("amendWithin", "P30D"));
    }
}
