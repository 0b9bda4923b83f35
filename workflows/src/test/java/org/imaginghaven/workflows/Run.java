package org.imaginghaven.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.client.api.response.ActivatedJob;
import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import io.camunda.zeebe.protocol.impl.record.value.usertask.UserTaskRecord;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** One process instance (and those it calls) under test, with scripted workers answering its jobs. */
final class Run implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration JOB_TIMEOUT = Duration.ofMinutes(5);

    private final Engine engine = Engine.shared();
    private final Script script;
    private final Watch watch;
    private final Map<Long, ActivatedJob> busy = new HashMap<>();

    private Run(Script script, Watch watch) {
        this.script = script;
        this.watch = watch;
    }

    /** Starts an instance at its none start event. */
    static Run start(String process, Map<String, ?> variables, Script script) {
        var engine = Engine.shared();
        Watch watch = new Watch(engine);
        long instance = engine.client().newCreateInstanceCommand().bpmnProcessId(process).latestVersion()
                .variables(variables).send().join().getProcessInstanceKey();
        watch.follow(instance);
        return new Run(script, watch);
    }

    /** Publishes the message that starts an instance, and follows the one instance it starts. */
    static Run startByMessage(String process, String message, String key, Map<String, ?> variables, Script script) {
        var engine = Engine.shared();
        Watch watch = new Watch(engine);
        watch.followNext(process);
        engine.client().newPublishMessageCommand().messageName(message).correlationKey("").messageId(key)
                .timeToLive(Duration.ofHours(1)).variables(variables).send().join();
        return new Run(script, watch).await("an instance of " + process, watch::following);
    }

    /** Follows the next instance of the process that a timer starts. */
    static Run startByTime(String process, Duration time, Script script) {
        Watch watch = new Watch(Engine.shared());
        watch.followNext(process);
        Engine.shared().pass(time);
        return new Run(script, watch).await("an instance of " + process, watch::following);
    }

    /** Waits for an open task at the element. */
    Task task(String element) {
        return task(element, task -> true);
    }

    Task task(String element, Predicate<Task> which) {
        await("task " + element,
                () -> watch.tasks().stream().anyMatch(t -> t.element().equals(element) && which.test(t)));
        return watch.tasks().stream().filter(t -> t.element().equals(element) && which.test(t)).findFirst()
                .orElseThrow();
    }

    /** The person takes the task at the element and completes it with what the form would send. */
    Run complete(String element, String person, Map<String, ?> form) {
        return complete(task(element), person, form);
    }

    Run complete(Task task, String person, Map<String, ?> form) {
        assertThat(Forms.keys(task.form())).as("keys of form %s", task.form()).containsAll(form.keySet());
        send(task, person, form);
        return await("completion of " + task.element(), () -> !watch.isOpen(task));
    }

    /** Assigns and completes without waiting and without the form's limits, as a call of the API could. */
    void send(Task task, String person, Map<String, ?> variables) {
        engine.write(task.key(), ValueType.USER_TASK, UserTaskIntent.ASSIGN,
                new UserTaskRecord().setUserTaskKey(task.key()).setAssignee(person).setAction("assign"));
        engine.write(task.key(), ValueType.USER_TASK, UserTaskIntent.COMPLETE, new UserTaskRecord()
                .setUserTaskKey(task.key()).setAction("complete")
                .setVariables(
                        new UnsafeBuffer(MsgPackConverter.convertToMsgPack(new HashMap<String, Object>(variables)))));
    }

    Run pass(Duration time) {
        settle();
        engine.pass(time);
        return this;
    }

    /** Publishes a message to this instance. */
    Run tell(String message, String correlation) {
        engine.client().newPublishMessageCommand().messageName(message).correlationKey(correlation)
                .messageId(correlation)
                .timeToLive(Duration.ofMinutes(1)).send().join();
        return this;
    }

    /** Answers jobs until nothing is left to do. */
    Run settle() {
        int before;
        do {
            engine.settle();
            before = watch.seen();
            step();
            engine.settle();
            watch.read();
        } while (watch.seen() != before);
        return this;
    }

    /** Waits for the end of the instance and checks that exactly these end events of the process itself were reached. */
    Run endsWith(String... endEvents) {
        await("the end", watch::ended);
        assertThat(watch.ends()).as("end events reached").isEqualTo(new TreeSet<>(List.of(endEvents)));
        return this;
    }

    /**
     * The check after the task refuses three (or, without texts, two) times. Each time the task is there again, says why,
     * and has forgotten what was refused.
     */
    Run outlastsRefusals(String element, String person, Map<String, ?> form, String decision, String... texts) {
        for (String code : List.of("SEPARATION_OF_DUTIES", "NOT_ENTITLED", "TEXT_IDENTIFIES")) {
            boolean onlyTexts = code.equals("TEXT_IDENTIFIES");
            if (onlyTexts && texts.length == 0) {
                continue;
            }
            Task before = task(element);
            complete(before, person, form);
            task(element, task -> task.key() != before.key());
            assertThat(watch.latest("dutyProblem")).isEqualTo(code.toLowerCase(Locale.ROOT).replace('_', '-'));
            assertThat(watch.latest(decision)).isEqualTo(onlyTexts ? form.get(decision) : null);
            for (String text : texts) {
                assertThat(watch.latest(text)).as(text).isNull();
            }
        }
        complete(element, person, form);
        return await("a check that passed", () -> watch.latest("dutyProblem") == null);
    }

    /** Waits until workers took so many jobs of the type. */
    Run awaitJobs(String jobType, int count) {
        return await(count + " jobs " + jobType, () -> watch.inputs(jobType).size() >= count);
    }

    Run await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            watch.read();
            if (condition.getAsBoolean()) {
                return this;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("no " + what + "; " + watch.story());
            }
            if (!step()) {
                Pause.moment();
            }
        }
    }

    /** A variable of the instance itself. */
    @Nullable
    Object variable(String name) {
        watch.read();
        return watch.variable(name);
    }

    Watch watch() {
        watch.read();
        return watch;
    }

    /** A job a worker took and did not answer yet. */
    ActivatedJob taken(String jobType) {
        await("taken job " + jobType, () -> busy.values().stream().anyMatch(job -> job.getType().equals(jobType)));
        return busy.values().stream().filter(job -> job.getType().equals(jobType)).findFirst().orElseThrow();
    }

    Script script() {
        return script;
    }

    private boolean step() {
        boolean worked = false;
        for (String type : watch.waitingJobTypes()) {
            var jobs = engine.client().newActivateJobsCommand().jobType(type).maxJobsToActivate(50)
                    .timeout(JOB_TIMEOUT).workerName("scripted").send().join().getJobs();
            for (ActivatedJob job : jobs) {
                if (watch.follows(job.getProcessInstanceKey())) {
                    worked = true;
                    watch.taken(job);
                    say(job, script.answer(job));
                }
            }
        }
        return worked;
    }

    private void say(ActivatedJob job, Answer answer) {
        var client = engine.client();
        switch (answer) {
            case Answer.Done(var variables) -> {
                JobContract.checkAnswer(job, variables);
                client.newCompleteCommand(job).variables(variables).send().join();
            }
            case Answer.Refused(var code) -> client.newThrowErrorCommand(job).errorCode(code).send().join();
            case Answer.Broke(var what) -> client.newFailCommand(job).retries(job.getRetries() - 1).errorMessage(what)
                    .send().join();
            case Answer.Busy() -> busy.put(job.getKey(), job);
        }
    }

    /** Cancels what is still running, so that its timers and tasks stay out of the next test. */
    @Override
    public void close() {
        watch.read();
        if (watch.following() && !watch.ended()) {
            engine.client().newCancelInstanceCommand(watch.instance()).send().join();
        }
        watch.read();
    }
}
