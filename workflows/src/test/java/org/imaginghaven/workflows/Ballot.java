package org.imaginghaven.workflows;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** A scripted ledger of decisions: one for each data controller, counted only from what reached it. */
final class Ballot {

    private final Map<String, String> decisions = new HashMap<>();

    Answer record(ActivatedJob job) {
        Map<String, Object> told = job.getVariablesAsMap();
        decisions.put((String) told.get("controller"), (String) told.get("controllerDecision"));
        return Answer.done();
    }

    Answer lapse(ActivatedJob job) {
        decisions.put((String) job.getVariablesAsMap().get("controller"), "lapse");
        return Answer.done();
    }

    Answer tally(int patients) {
        Collection<String> all = decisions.values();
        int conditional = Collections.frequency(all, "approve-with-conditions");
        return Answer.done(Map.of("approvals", Collections.frequency(all, "approve") + conditional, "refusals",
                Collections.frequency(all, "refuse"), "returns", Collections.frequency(all, "return"), "lapses",
                Collections.frequency(all, "lapse"), "patientCount", patients));
    }
}
