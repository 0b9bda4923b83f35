package org.imaginghaven.workflows;

import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.util.List;

/** An open user task. */
record Task(long key, String element, long scope, List<String> groups, String assignee, String form) {

    static Task of(UserTaskRecordValue task, String form) {
        return new Task(task.getUserTaskKey(), task.getElementId(), task.getElementInstanceKey(),
                task.getCandidateGroupsList(), task.getAssignee(), form);
    }
}
