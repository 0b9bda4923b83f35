package org.imaginghaven.workflows;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.CatchEvent;
import io.camunda.zeebe.model.bpmn.instance.ConditionExpression;
import io.camunda.zeebe.model.bpmn.instance.TimeCycle;
import io.camunda.zeebe.model.bpmn.instance.TimeDate;
import io.camunda.zeebe.model.bpmn.instance.TimeDuration;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeIoMapping;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeLoopCharacteristics;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeOutput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeScript;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeSubscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which variables a process reads and which somebody writes for it. */
final class Variables {

    /** What whoever starts the process, or calls it, puts there. */
    private static final Map<String, Set<String>> AT_START = Map.of("identifiable-ingest-batch",
            Set.of("batchKey", "startedBy", "evidenceUrl"), "gate-promote-tag",
            Set.of("promotionKey", "startedBy", "evidenceUrl"), "gate-promote-image-type",
            Set.of("promotionKey", "startedBy", "evidenceUrl"), "gate-promote-rule",
            Set.of("promotionKey", "startedBy", "evidenceUrl"), "governance-request-access",
            Set.of("requestKey", "projectKey", "cohortKey", "applicant", "evidenceUrl", "reminderEvery",
                    "escalateAfter",
                    "expireAfter", "appealWithin", "amendWithin"),
            "gate-extract-cohort", Set.of("extractionKey", "agreementKey", "startedBy", "evidenceUrl"),
            "project-release-extract", Set.of("extractionKey", "evidenceUrl", "releaseReminderEvery"),
            "governance-revoke-access", Set.of("revocationKey", "evidenceUrl", "deletionWithin"));

    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z]*");
    private static final Set<String> WORDS = Set.of("and", "or", "null", "true", "false", "if", "then", "else", "count",
            "now", "duration", "cycle");

    private Variables() {
    }

    static Set<String> read(String process) {
        BpmnModelInstance model = Bpmns.of(process);
        List<String> expressions = new ArrayList<>();
        model.getModelElementsByType(ConditionExpression.class).forEach(e -> expressions.add(e.getTextContent()));
        model.getModelElementsByType(ZeebeInput.class).forEach(e -> expressions.add(e.getSource()));
        model.getModelElementsByType(ZeebeLoopCharacteristics.class).forEach(e -> {
            expressions.add(e.getInputCollection());
            expressions.add(String.valueOf(e.getOutputElement()));
        });
        model.getModelElementsByType(TimeCycle.class).forEach(e -> expressions.add(e.getTextContent()));
        model.getModelElementsByType(TimeDate.class).forEach(e -> expressions.add(e.getTextContent()));
        model.getModelElementsByType(TimeDuration.class).forEach(e -> expressions.add(e.getTextContent()));
        model.getModelElementsByType(ZeebeSubscription.class).forEach(e -> expressions.add(e.getCorrelationKey()));
        model.getModelElementsByType(ZeebeAssignmentDefinition.class).forEach(e -> {
            expressions.add(String.valueOf(e.getAssignee()));
            expressions.add(e.getCandidateGroups());
        });
        Set<String> names = new TreeSet<>();
        expressions.stream().filter(expression -> expression.startsWith("="))
                .forEach(expression -> names(expression, names));
        return names;
    }

    private static void names(String expression, Set<String> into) {
        String code = STRING.matcher(expression).replaceAll("");
        NAME.matcher(code).results().map(found -> found.group()).filter(name -> !WORDS.contains(name))
                .forEach(into::add);
    }

    static Set<String> written(String process) {
        BpmnModelInstance model = Bpmns.of(process);
        Set<String> names = new TreeSet<>(AT_START.getOrDefault(process, called(process)));
        model.getModelElementsByType(ZeebeOutput.class).stream()
                .filter(output -> !(output.getParentElement().getParentElement()
                        .getParentElement() instanceof CatchEvent))
                .forEach(output -> names.add(output.getTarget()));
        model.getModelElementsByType(ZeebeCalledDecision.class).forEach(e -> names.add(e.getResultVariable()));
        model.getModelElementsByType(ZeebeScript.class).forEach(e -> names.add(e.getResultVariable()));
        model.getModelElementsByType(ZeebeLoopCharacteristics.class).forEach(e -> names.add(e.getInputElement()));
        model.getModelElementsByType(ZeebeInput.class).stream()
                .filter(input -> input.getParentElement().getParentElement().getParentElement().getElementType()
                        .getTypeName().equals("subProcess"))
                .forEach(input -> names.add(input.getTarget()));
        return names;
    }

    /** A called process is told what its caller hands over. */
    private static Set<String> called(String process) {
        Set<String> names = new TreeSet<>();
        Bpmns.all().values().forEach(model -> model
                .getModelElementsByType(CallActivity.class).stream()
                .filter(call -> JobContract
                        .extension(call, ZeebeCalledElement.class).getProcessId()
                        .equals(process))
                .forEach(call -> JobContract
                        .extension(call, ZeebeIoMapping.class).getInputs()
                        .forEach(input -> names.add(input.getTarget()))));
        return names;
    }
}
