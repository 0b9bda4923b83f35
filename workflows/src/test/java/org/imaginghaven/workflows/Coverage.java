package org.imaginghaven.workflows;

import io.camunda.zeebe.model.bpmn.instance.EventBasedGateway;
import io.camunda.zeebe.model.bpmn.instance.IntermediateCatchEvent;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
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

    /** The engine does not record the flow from an event-based gateway to the event that happened. */
    static void reached(String process, String element, ProcessInstanceIntent intent) {
        IntermediateCatchEvent event = Bpmns.of(process).getModelElementById(element);
        if (intent == ProcessInstanceIntent.ELEMENT_COMPLETED) {
            event.getIncoming().stream().filter(flow -> flow.getSource() instanceof EventBasedGateway)
                    .forEach(flow -> took(process, flow.getId()));
        }
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
