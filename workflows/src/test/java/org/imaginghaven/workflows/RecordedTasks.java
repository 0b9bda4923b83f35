package org.imaginghaven.workflows;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.List;
import java.util.Optional;
import org.imaginghaven.governance.people.TaskHistory;
import org.imaginghaven.kernel.JobContext;

/** Who completed which task, read from the embedded engine's record stream. */
final class RecordedTasks implements TaskHistory {

    private final Engine engine;

    RecordedTasks(Engine engine) {
        this.engine = engine;
    }

    @Override
    public Optional<String> completedBy(JobContext job, String candidateGroup) {
        long created = engine.records().stream()
                .filter(record -> record.getIntent() == JobIntent.CREATED && record.getKey() == job.jobKey())
                .mapToLong(Record::getPosition).findFirst().orElseThrow();
        return engine.records().stream().filter(record -> record.getIntent() == UserTaskIntent.COMPLETED)
                .filter(record -> record.getPosition() < created)
                .map(record -> (UserTaskRecordValue) record.getValue())
                .filter(task -> task.getProcessInstanceKey() == job.processInstanceKey())
                .filter(task -> task.getCandidateGroupsList().equals(List.of(candidateGroup)))
                .reduce((_, last) -> last).map(UserTaskRecordValue::getAssignee).filter(name -> !name.isEmpty());
    }
}
