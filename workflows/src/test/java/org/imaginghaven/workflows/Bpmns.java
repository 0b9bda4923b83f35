package org.imaginghaven.workflows;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The shipped processes, parsed, by process id. */
final class Bpmns {

    private static final Map<String, BpmnModelInstance> BY_ID = read();

    private Bpmns() {
    }

    private static Map<String, BpmnModelInstance> read() {
        Map<String, BpmnModelInstance> models = new TreeMap<>();
        for (Path file : Models.processes()) {
            BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
            for (Process process : model.getModelElementsByType(Process.class)) {
                models.put(process.getId(), model);
            }
        }
        return models;
    }

    static Map<String, BpmnModelInstance> all() {
        return BY_ID;
    }

    static BpmnModelInstance of(String process) {
        return BY_ID.get(process);
    }
}
