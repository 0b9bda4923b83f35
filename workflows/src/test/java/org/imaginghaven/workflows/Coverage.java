package org.imaginghaven.workflows;

import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which sequence flows the suite has taken. */
final class Coverage {

    private static final SortedSet<String> TAKEN = new TreeSet<>();

    private Coverage() {
    }

    static void took(String process, String flow) {
        TAKEN.add(process + " " + flow);
    }

    static SortedSet<String> missing() {
        SortedSet<String> all = all();
        all.removeAll(TAKEN);
        return all;
    }

    static SortedSet<String> all() {
        SortedSet<String> all = new TreeSet<>();
        Bpmns.all().forEach((process, model) -> model.getModelElementsByType(SequenceFlow.class)
                .forEach(flow -> all.add(process + " " + flow.getId())));
        return all;
    }
}
