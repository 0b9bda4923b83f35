package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the models say a job is told and may answer. */
final class JobContract {

    private JobContract() {
    }

    /** The variables the element hands to its worker. */
    static Set<String> inputs(String process, String element) {
        Set<String> names = new TreeSet<>();
        ZeebeIoMapping mapping = mapping(process, element);
        if (mapping != null) {
            mapping.getInputs().forEach(input -> names.add(input.getTarget()));
        }
        return names;
    }

    /** The variables the element takes over from its worker or its form, under their own names. */
    static Set<String> outputs(String process, String element) {
        Set<String> names = new TreeSet<>();
        ZeebeIoMapping mapping = mapping(process, element);
        if (mapping != null) {
            mapping.getOutputs().stream().filter(output -> output.getSource().equals("=" + output.getTarget()))
                    .forEach(output -> names.add(output.getTarget()));
        }
        return names;
    }

    /** A scripted worker may say neither more nor less than the model takes over. */
    static void checkAnswer(ActivatedJob job, Map<String, Object> variables) {
        assertThat(variables.keySet()).as("answer to %s at %s", job.getType(), job.getElementId())
                .containsExactlyInAnyOrderElementsOf(outputs(job.getBpmnProcessId(), job.getElementId()));
    }

    private static @Nullable ZeebeIoMapping mapping(String process, String element) {
        FlowNode node = Bpmns.of(process).getModelElementById(element);
        return extension(node, ZeebeIoMapping.class);
    }

    static <T extends io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance> @Nullable T extension(
            BaseElement element, Class<T> type) {
        var extensions = element.getExtensionElements();
        if (extensions == null) {
            return null;
        }
        return extensions.getChildElementsByType(type).stream().findFirst().orElse(null);
    }
}
