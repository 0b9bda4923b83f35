package org.imaginghaven.app.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobHandler;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.imaginghaven.kernel.WireName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does one delivery of one job: reads the variables, keeps the lease while the work lasts, and tells the engine how it
 * ended.
 */
final class JobHandling<I extends Record, O extends Record> implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobHandling.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Job<I, O> job;
    private final VariableCodec codec;
    private final CamundaClient engine;
    private final ScheduledExecutorService clock;
    private final Timing timing;

    /**
     * How long things take.
     *
     * @param lease how long the engine leaves a job to us before it gives it to another; extended while we work
     * @param pauseAfterFault how long to wait before giving a failed job back. The engine's own backoff loses jobs
     */
    record Timing(Duration lease, Duration pauseAfterFault) {
        static final Timing STANDARD = new Timing(Duration.ofSeconds(60), Duration.ofSeconds(2));
    }

    JobHandling(Job<I, O> job, VariableCodec codec, CamundaClient engine, ScheduledExecutorService clock,
            Timing timing) {
        this.job = job;
        this.codec = codec;
        this.engine = engine;
        this.clock = clock;
        this.timing = timing;
    }

    /** How the work ended. */
    private sealed interface End {
        record Done(Map<String, Object> variables) implements End {
        }

        record Refused(RefusalCode code) implements End {
        }

        record Failed(Exception fault) implements End {
        }
    }

    @Override
    public void handle(JobClient client, ActivatedJob activated) throws InterruptedException {
        ScheduledFuture<?> lease = keepLease(activated);
        try {
            report(client, activated, work(activated));
        } finally {
            lease.cancel(false);
        }
    }

    private End work(ActivatedJob activated) {
        try {
            JobContext context = new JobContext(activated.getProcessInstanceKey(), activated.getBpmnProcessId(),
                    activated.getElementId(), activated.getKey());
            return new End.Done(codec.write(job.work(codec.read(activated.getVariables(), job.input()), context)));
        } catch (Refusal refusal) {
            return new End.Refused(refusal.code());
        } catch (Exception fault) {
            return new End.Failed(fault);
        }
    }

    private void report(JobClient client, ActivatedJob activated, End end) throws InterruptedException {
        switch (end) {
            case End.Done done -> tell(activated, client.newCompleteCommand(activated).variables(done.variables()));
            case End.Refused refused -> {
                LOG.info("job {} ({}) refused: {}", activated.getKey(), job.type(), refused.code());
                tell(activated, client.newThrowErrorCommand(activated).errorCode(refused.code().name())
                        .errorMessage(refused.code().name()).variables(dutyProblem(refused.code())));
            }
            case End.Failed failed -> {
                LOG.warn("job {} ({}) failed, {} tries left: {}", activated.getKey(), job.type(),
                        activated.getRetries() - 1, SafeFault.describe(failed.fault()));
                Thread.sleep(timing.pauseAfterFault());
                tell(activated, client.newFailCommand(activated).retries(activated.getRetries() - 1)
                        .errorMessage(message(activated, failed.fault())));
            }
        }
    }

    /** What the form tells the people whom the task comes back to. */
    private static Map<String, Object> dutyProblem(RefusalCode code) {
        return switch (code) {
            case SEPARATION_OF_DUTIES, NOT_ENTITLED, TEXT_IDENTIFIES -> Map.of("dutyProblem", WireName.of(code));
            case NOT_RECONCILED, COHORT_EMPTY, NO_CONTROLLERS, AGREEMENT_ENDED, REVOCATION_INCOMPLETE -> Map.of();
        };
    }

    /** The class of the fault and an opaque key: all that may stand in an incident. */
    private String message(ActivatedJob activated, Exception fault) {
        return SafeFault.name(fault) + businessKey(activated).map(key -> " " + key).orElse("");
    }

    private Optional<String> businessKey(ActivatedJob activated) {
        Map<String, Object> variables = activated.getVariablesAsMap();
        return Stream.of(job.input().getRecordComponents()).filter(c -> c.getType() == Key.class)
                .map(c -> variables.get(c.getName())).filter(String.class::isInstance).map(String.class::cast)
                .filter(JobHandling::isKey).findFirst();
    }

    private static boolean isKey(String text) {
        try {
            return new Key(text).value().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void tell(ActivatedJob activated, FinalCommandStep<?> command) throws InterruptedException {
        if (Gateway.send(command, PATIENCE) == Gateway.Answer.MOOT) {
            // another delivery was faster, or the process was suspended; the work was idempotent
            LOG.info("job {} ({}) was not waiting any more", activated.getKey(), job.type());
        }
    }

    private ScheduledFuture<?> keepLease(ActivatedJob activated) {
        long every = timing.lease().toMillis() / 3;
        return clock.scheduleAtFixedRate(() -> extend(activated), every, every, TimeUnit.MILLISECONDS);
    }

    private void extend(ActivatedJob activated) {
        engine.newUpdateTimeoutCommand(activated.getKey()).timeout(timing.lease()).send()
                .exceptionally(failed -> {
                    LOG.debug("the lease of job {} was not extended: {}", activated.getKey(),
                            Gateway.codeOf(failed));
                    return null;
                });
    }
}
