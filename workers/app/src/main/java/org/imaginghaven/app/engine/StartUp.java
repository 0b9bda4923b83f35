package org.imaginghaven.app.engine;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.imaginghaven.kernel.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * The last steps of the start, when pages answer already: ship the processes, then offer the jobs. Healthy only after
 * both, and only while the engine answers.
 */
final class StartUp implements SmartLifecycle, HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EngineConnection connection;
    private final @Nullable Deployer deployer;
    private final JobWorkers workers;
    private final List<Job<?, ?>> jobs;
    private volatile boolean running;
    private volatile boolean ready;

    StartUp(EngineConnection connection, @Nullable Deployer deployer, JobWorkers workers, List<Job<?, ?>> jobs) {
        this.connection = connection;
        this.deployer = deployer;
        this.workers = workers;
        this.jobs = jobs;
    }

    @Override
    public void start() {
        running = true;
        connection.watch();
        Thread.ofPlatform().name("start-up").start(this::begin);
    }

    private void begin() {
        while (running && !ready) {
            try {
                if (deployer != null) {
                    deployer.deploy(PATIENCE);
                }
                workers.open(jobs);
                ready = true;
            } catch (Gateway.EngineSilent e) {
                LOG.warn("the process engine does not answer; trying again");
            } catch (IOException | RuntimeException e) {
                LOG.error("the processes cannot be deployed: {}", SafeFault.describe(e));
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        ready = false;
        workers.close();
        connection.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Health health() {
        return ready && connection.isThere() ? Health.up().build() : Health.down().build();
    }
}
