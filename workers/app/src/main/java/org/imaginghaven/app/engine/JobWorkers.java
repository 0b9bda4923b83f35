package org.imaginghaven.app.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.imaginghaven.kernel.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Offers the jobs of the zones to the engine, until it is closed. */
final class JobWorkers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorkers.class);
    private static final int AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Duration POLL = Duration.ofMillis(500);

    private final List<JobWorker> workers = new ArrayList<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("job-leases").factory());
    private final CamundaClient engine;
    private final JobHandling.Timing timing;

    JobWorkers(CamundaClient engine, JobHandling.Timing timing) {
        this.engine = engine;
        this.timing = timing;
    }

    void open(List<Job<?, ?>> jobs) {
        VariableCodec codec = new VariableCodec();
        jobs.forEach(job -> workers.add(open(job, codec)));
        LOG.info("offering {} types of job to the engine", workers.size());
    }

    private <I extends Record, O extends Record> JobWorker open(Job<I, O> job, VariableCodec codec) {
        return engine.newWorker().jobType(job.type())
                .handler(new JobHandling<>(job, codec, engine, clock, timing)).timeout(timing.lease())
                .name("haven-app").maxJobsActive(AT_ONCE).pollInterval(POLL)
                .fetchVariables(VariableCodec.names(job.input())).streamEnabled(true).open();
    }

    /** Takes no more jobs; those under way end by themselves or are delivered again to another program. */
    @Override
    public void close() {
        workers.forEach(JobWorker::close);
        clock.shutdownNow();
    }
}
