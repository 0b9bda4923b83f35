package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BusinessRuleTask;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeAssignmentDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeBindingType;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledDecision;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeUserTask;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.kernel.RefusalCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules every process model keeps. */
class ProcessModelTest {

    private static final Set<String> GROUPS = Set.of("deid-analyst", "ig-lead", "coordinator", "governance-triage",
            "panel",
            "appeals-panel", "release-reviewer", "researcher-lead", "=[\"controller-\" + controller]");
    private static final Set<String> MESSAGES = Set.of("request-withdrawn", "appeal-lodged", "extraction-verified",
            "extraction-suspended", "release-suspended", "revocation-requested");
    private static final String JOB_TYPE = "(identifiable|gate|governance|project):[a-z]+(-[a-z]+)*:[1-9][0-9]*";

    static Stream<String> processes() {
        return Bpmns.all().keySet().stream();
    }

    static Stream<Path> files() {
        return Models.processes().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void aProcessIsNamedAfterItsFileAndItsFolderAfterItsVerb(Path file) {
        String id = file.getFileName().toString().replace(".bpmn", "");
        String verb = file.getParent().getFileName().toString();
        assertThat(id).matches("(identifiable|gate|governance|project)-[a-z]+(-[a-z]+)+");
        // a sweep belongs to the chapter of revocation
        assertThat(id.split("-")[1]).isIn(verb, id.equals("governance-sweep-access") ? "sweep" : verb);
        assertThat(Bpmns.all()).containsKey(id);
        Process process = Bpmns.of(id).getModelElementById(id);
        assertThat(process.isExecutable()).isTrue();
        assertThat(process.getDocumentations()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyUserTaskTellsWhatToDoAndForWhom(String process) {
        for (UserTask task : elements(process, UserTask.class)) {
            assertThat(task.getDocumentations()).as(task.getId()).isNotEmpty();
            assertThat(task.getDocumentations().iterator().next().getTextContent()).as(task.getId())
                    .hasSizeGreaterThan(60);
            assertThat(JobContract.extension(task, ZeebeUserTask.class)).as("%s is a zeebe:userTask", task.getId())
                    .isNotNull();
            var form = JobContract.extension(task, ZeebeFormDefinition.class);
            assertThat(form).as(task.getId()).isNotNull();
            assertThat(form.getBindingType()).isEqualTo(ZeebeBindingType.deployment);
            assertThat(form.getFormId()).isIn(Forms.ids());
            var assignment = JobContract.extension(task, ZeebeAssignmentDefinition.class);
            assertThat(assignment).as(task.getId()).isNotNull();
            assertThat(assignment.getCandidateGroups()).isIn(GROUPS);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyServiceTaskNamesItsJobByZoneVerbAndVersion(String process) {
        for (ServiceTask task : elements(process, ServiceTask.class)) {
            var job = JobContract.extension(task, ZeebeTaskDefinition.class);
            assertThat(job).as(task.getId()).isNotNull();
            assertThat(job.getType()).matches(JOB_TYPE);
            assertThat(job.getRetries()).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatAProcessCallsIsDeployedWithIt(String process) {
        for (CallActivity call : elements(process, CallActivity.class)) {
            var called = JobContract.extension(call, ZeebeCalledElement.class);
            assertThat(called.getProcessId()).isIn(Bpmns.all().keySet());
            assertThat(called.getBindingType()).isEqualTo(ZeebeBindingType.deployment);
            assertThat(called.isPropagateAllChildVariablesEnabled()).isFalse();
            assertThat(called.isPropagateAllParentVariablesEnabled()).isFalse();
        }
        for (BusinessRuleTask rule : elements(process, BusinessRuleTask.class)) {
            var called = JobContract.extension(rule, ZeebeCalledDecision.class);
            assertThat(Models.decisions()).extracting(file -> file.getFileName().toString())
                    .contains(called.getDecisionId() + ".dmn");
            assertThat(called.getBindingType()).isEqualTo(ZeebeBindingType.deployment);
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void onlyKnownRefusalsAreCaughtAndOnlyAgreedMessagesAwaited(String process) {
        List<String> codes = Arrays.stream(RefusalCode.values()).map(Enum::name).toList();
        assertThat(elements(process, Error.class)).extracting(Error::getErrorCode).isSubsetOf(codes)
                .doesNotHaveDuplicates();
        assertThat(elements(process, Message.class)).extracting(Message::getName).isSubsetOf(MESSAGES);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyGatewayAsksAQuestionAndHasAWayOutForTheUnforeseen(String process) {
        for (ExclusiveGateway gateway : elements(process, ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() == 1) {
                assertThat(gateway.getName()).as("%s only joins", gateway.getId()).isNull();
                continue;
            }
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getDefault()).as("%s has a default", gateway.getId()).isNotNull();
            for (SequenceFlow flow : gateway.getOutgoing()) {
                assertThat(flow.getName()).as(flow.getId()).isNotBlank();
                if (flow.equals(gateway.getDefault())) {
                    assertThat(flow.getConditionExpression()).as(flow.getId()).isNull();
                } else {
                    assertThat(flow.getConditionExpression().getTextContent()).as(flow.getId()).startsWith("=");
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingHasAName(String process) {
        for (FlowNode node : elements(process, FlowNode.class)) {
            boolean joins = node instanceof ExclusiveGateway && node.getOutgoing().size() == 1;
            if (!joins) {
                assertThat(node.getName()).as(node.getId()).matches("[A-Z].*");
            }
        }
    }

    private static <T extends io.camunda.zeebe.model.bpmn.instance.BpmnModelElementInstance> List<T> elements(
            String process, Class<T> type) {
        BpmnModelInstance model = Bpmns.of(process);
        return List.copyOf(model.getModelElementsByType(type));
    }
}
