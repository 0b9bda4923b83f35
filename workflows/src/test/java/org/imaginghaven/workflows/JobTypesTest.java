package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What each type of job is told and answers; the list is written to {@code workflows/target/job-types.tsv} for whoever writes a worker. */
class JobTypesTest {

    private record Contract(Set<String> told, Set<String> answers) {
    }

    @Test
    void aTypeOfJobIsTheSameWhereverItIsUsed() throws IOException {
        Map<String, Contract> contracts = new TreeMap<>();
        for (String process : Bpmns.all().keySet()) {
            for (ServiceTask task : Bpmns.of(process).getModelElementsByType(ServiceTask.class)) {
                String type = JobContract.extension(task, ZeebeTaskDefinition.class).getType();
                Contract here = new Contract(JobContract.inputs(process, task.getId()),
                        JobContract.outputs(process, task.getId()));
                Contract before = contracts.putIfAbsent(type, here);
                assertThat(here).as("%s at %s/%s", type, process, task.getId())
                        .isEqualTo(before == null ? here : before);
            }
        }
        write(contracts);
    }

    @Test
    void whatAJobIsToldItNeverAnswersToo() {
        // an answer of the same name would only reach the job's own copy and be lost with it
        for (String process : Bpmns.all().keySet()) {
            for (ServiceTask task : Bpmns.of(process).getModelElementsByType(ServiceTask.class)) {
                assertThat(Collections.disjoint(JobContract.outputs(process, task.getId()),
                        JobContract.inputs(process, task.getId()))).as(task.getId()).isTrue();
            }
        }
    }

    private static void write(Map<String, Contract> contracts) throws IOException {
        StringBuilder list = new StringBuilder("type\ttold\tanswers\n");
        contracts.forEach((type, contract) -> list.append(type).append('\t').append(String.join(" ", contract.told()))
                .append('\t').append(String.join(" ", contract.answers())).append('\n'));
        Path file = Models.drawn().resolveSibling("job-types.tsv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, list.toString());
    }
}
