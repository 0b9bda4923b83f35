package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form writes its process reads, and what a process expects some form, worker or starter writes. */
class FormContractTest {

    static Stream<String> processes() {
        return Bpmns.all().keySet().stream();
    }

    @Test
    void everyFormBelongsToExactlyOneTask() {
        Set<String> used = new TreeSet<>();
        for (String process : Bpmns.all().keySet()) {
            for (UserTask task : Bpmns.of(process).getModelElementsByType(UserTask.class)) {
                assertThat(used.add(form(task))).as("form %s is used once", form(task)).isTrue();
            }
        }
        assertThat(used).isEqualTo(Forms.ids());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aTaskLetsOutExactlyWhatItsFormWrites(String process) {
        for (UserTask task : Bpmns.of(process).getModelElementsByType(UserTask.class)) {
            assertThat(JobContract.outputs(process, task.getId())).as(task.getId()).isEqualTo(Forms.keys(form(task)));
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyKeyOfAFormIsReadByItsProcess(String process) {
        Set<String> read = Variables.read(process);
        for (UserTask task : Bpmns.of(process).getModelElementsByType(UserTask.class)) {
            assertThat(read).as("read after %s", task.getId()).containsAll(Forms.keys(form(task)));
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyVariableAProcessReadsIsWrittenBySomebody(String process) {
        assertThat(Variables.written(process)).containsAll(Variables.read(process));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyVariableAFormShowsIsThere(String process) {
        Set<String> there = Variables.written(process);
        for (UserTask task : Bpmns.of(process).getModelElementsByType(UserTask.class)) {
            assertThat(there).as(form(task)).containsAll(Forms.shown(form(task)));
        }
    }

    private static String form(UserTask task) {
        return JobContract.extension(task, ZeebeFormDefinition.class).getFormId();
    }
}
