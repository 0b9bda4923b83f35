package org.imaginghaven.workflows;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.JobRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import io.camunda.zeebe.protocol.record.value.VariableRecordValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What the record stream tells about one process instance and those it calls. */
final class Watch {

    /** A person completed a task. */
    record Completion(String element, String person, long position) {
    }

    private final Engine engine;
    private final long since;
    private int next;
    private String startOf = "";
    private long instance = -1;
    private boolean ended;

    private final Set<Long> instances = new HashSet<>();
    private final Map<Long, BpmnElementType> scopes = new HashMap<>();
    private final SortedSet<String> ends = new TreeSet<>();
    private final Map<Long, String> waitingJobs = new LinkedHashMap<>();
    private final List<String> jobs = new ArrayList<>();
    private final List<Map<String, Object>> inputs = new ArrayList<>();
    private final Map<Long, Task> tasks = new LinkedHashMap<>();
    private final List<Completion> completions = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> latest = new HashMap<>();
    private final List<String> story = new ArrayList<>();

    Watch(Engine engine) {
        this.engine = engine;
        this.next = engine.records().size();
        this.since = engine.records().getLast().getPosition();
    }

    void follow(long key) {
        instance = key;
        instances.add(key);
    }

    /** Follows the next root instance of the process. */
    void followNext(String process) {
        startOf = process;
    }

    /** Where in the record stream this began. */
    long since() {
        return since;
    }

    /** Whether the record tells of a new instance of the process. */
    static boolean isStartOf(Record<?> record, String process) {
        return record.getRecordType() == RecordType.EVENT
                && record.getIntent() == ProcessInstanceIntent.ELEMENT_ACTIVATING
                && record.getValue() instanceof ProcessInstanceRecordValue element
                && element.getBpmnElementType() == BpmnElementType.PROCESS
                && element.getBpmnProcessId().equals(process);
    }

    boolean following() {
        return instance >= 0;
    }

    boolean follows(long processInstance) {
        return instances.contains(processInstance);
    }

    void read() {
        List<Record<?>> records = engine.records();
        for (; next < records.size(); next++) {
            Record<?> record = records.get(next);
            if (record.getRecordType() == RecordType.EVENT) {
                see(record);
            }
        }
    }

    private void see(Record<?> event) {
        switch (event.getValue()) {
            case ProcessInstanceRecordValue element -> see(event, element);
            case JobRecordValue job -> see(event, job);
            case UserTaskRecordValue task -> see(event, task);
            case VariableRecordValue variable when follows(variable.getProcessInstanceKey()) -> see(variable);
            case IncidentRecordValue incident when event.getIntent() == IncidentIntent.CREATED
                    && follows(incident.getProcessInstanceKey()) ->
                incidents.add(incident.getElementId() + ": " + incident.getErrorMessage());
            default -> {
            }
        }
    }

    private void see(VariableRecordValue variable) {
        latest.put(variable.getName(), variable.getValue());
        if (variable.getScopeKey() == instance) {
            variables.put(variable.getName(), variable.getValue());
        }
    }

    private void see(Record<?> event, ProcessInstanceRecordValue element) {
        var intent = (ProcessInstanceIntent) event.getIntent();
        boolean process = element.getBpmnElementType() == BpmnElementType.PROCESS;
        if (intent == ProcessInstanceIntent.ELEMENT_ACTIVATING) {
            scopes.put(event.getKey(), element.getBpmnElementType());
            if (process && instance < 0 && element.getBpmnProcessId().equals(startOf)) {
                follow(element.getProcessInstanceKey());
            }
            if (process && follows(element.getParentProcessInstanceKey())) {
                instances.add(element.getProcessInstanceKey());
            }
        }
        if (!follows(element.getProcessInstanceKey())) {
            return;
        }
        story.add(element.getElementId() + " " + intent);
        if (intent == ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN) {
            Coverage.took(element.getBpmnProcessId(), element.getElementId());
        } else if (intent == ProcessInstanceIntent.ELEMENT_COMPLETED
                || intent == ProcessInstanceIntent.ELEMENT_TERMINATED) {
            ended |= process && element.getProcessInstanceKey() == instance;
            if (element.getBpmnElementType() == BpmnElementType.INTERMEDIATE_CATCH_EVENT) {
                Coverage.reached(element.getBpmnProcessId(), element.getElementId(), intent);
            }
            if (element.getBpmnElementType() == BpmnElementType.END_EVENT && endsInstance(element)) {
                ends.add(element.getElementId());
            }
        }
    }

    private boolean endsInstance(ProcessInstanceRecordValue end) {
        var scope = scopes.get(end.getFlowScopeKey());
        return end.getProcessInstanceKey() == instance
                && (scope == BpmnElementType.PROCESS || scope == BpmnElementType.EVENT_SUB_PROCESS);
    }

    private void see(Record<?> event, JobRecordValue job) {
        if (!follows(job.getProcessInstanceKey())) {
            return;
        }
        switch ((JobIntent) event.getIntent()) {
            case CREATED -> {
                jobs.add(job.getType());
                waitingJobs.put(event.getKey(), job.getType());
            }
            case FAILED -> {
                if (job.getRetries() > 0) {
                    waitingJobs.put(event.getKey(), job.getType());
                }
            }
            case TIMED_OUT -> waitingJobs.put(event.getKey(), job.getType());
            case COMPLETED, CANCELED, ERROR_THROWN -> waitingJobs.remove(event.getKey());
            default -> {
            }
        }
    }

    private void see(Record<?> event, UserTaskRecordValue task) {
        if (!follows(task.getProcessInstanceKey())) {
            return;
        }
        switch ((UserTaskIntent) event.getIntent()) {
            case CREATED -> tasks.put(event.getKey(), Task.of(task, engine.form(task.getFormKey())));
            case COMPLETED -> {
                tasks.remove(event.getKey());
                completions.add(new Completion(task.getElementId(), task.getAssignee(), event.getPosition()));
            }
            case CANCELED -> tasks.remove(event.getKey());
            default -> {
            }
        }
    }

    /** A worker took the job. */
    void taken(ActivatedJob job) {
        waitingJobs.remove(job.getKey());
        Map<String, Object> input = new HashMap<>(job.getVariablesAsMap());
        input.keySet().retainAll(JobContract.inputs(job.getBpmnProcessId(), job.getElementId()));
        input.put("type", job.getType());
        inputs.add(input);
    }

    long instance() {
        return instance;
    }

    boolean ended() {
        return ended;
    }

    SortedSet<String> ends() {
        return ends;
    }

    /** How many jobs of the type were made so far. */
    long jobs(String type) {
        return jobs.stream().filter(type::equals).count();
    }

    /** The types of all jobs, in the order they were made. */
    List<String> jobs() {
        return List.copyOf(jobs);
    }

    /** What the jobs of the type that a worker took were told, in order. */
    List<Map<String, Object>> inputs(String type) {
        return inputs.stream().filter(input -> type.equals(input.get("type"))).toList();
    }

    Set<String> waitingJobTypes() {
        return new TreeSet<>(waitingJobs.values());
    }

    Collection<Task> tasks() {
        return List.copyOf(tasks.values());
    }

    boolean isOpen(Task task) {
        return tasks.containsKey(task.key());
    }

    List<Completion> completions() {
        return List.copyOf(completions);
    }

    List<String> incidents() {
        return List.copyOf(incidents);
    }

    @Nullable
    Object variable(String name) {
        String json = variables.get(name);
        return json == null ? null : Json.read(json);
    }

    /** The last value written to a variable of the name in any scope. */
    @Nullable
    Object latest(String name) {
        String json = latest.get(name);
        return json == null ? null : Json.read(json);
    }

    int seen() {
        return story.size() + jobs.size() + completions.size();
    }

    String story() {
        return "incidents " + incidents + ", open tasks " + tasks.values() + ", waiting jobs " + waitingJobs.values()
                + ", last steps " + story.subList(Math.max(0, story.size() - 15), story.size());
    }
}
