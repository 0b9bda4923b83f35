package org.imaginghaven.workflows;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The workers of a test: one answer after the other for each job type, the last one again and again. */
final class Script {

    private final Map<String, Deque<Answer.Worker>> workers = new HashMap<>();

    /** These answers, in order, instead of any said before. */
    Script on(String jobType, Answer... answers) {
        return onWorkers(jobType,
                Arrays.stream(answers).map(answer -> (Answer.Worker) job -> answer).toArray(Answer.Worker[]::new));
    }

    /** Done, with one variable. */
    Script on(String jobType, String variable, Object value) {
        return on(jobType, Answer.done(Map.of(variable, value)));
    }

    /** A worker that looks at the job first. */
    Script onWork(String jobType, Answer.Worker worker) {
        return onWorkers(jobType, worker);
    }

    private Script onWorkers(String jobType, Answer.Worker... answers) {
        workers.put(jobType, new ArrayDeque<>(Arrays.asList(answers)));
        return this;
    }

    Answer answer(ActivatedJob job) {
        Deque<Answer.Worker> left = workers.get(job.getType());
        if (left == null) {
            throw new AssertionError("no scripted worker for " + job.getType());
        }
        Answer.Worker worker = left.size() > 1 ? left.removeFirst() : left.getFirst();
        return worker.work(job);
    }

    boolean knows(String jobType) {
        return workers.containsKey(jobType);
    }
}
