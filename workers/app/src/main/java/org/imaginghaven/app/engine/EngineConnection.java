package org.imaginghaven.app.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether the engine is there and says when that changes. The client reconnects by itself; people should know
 * why nothing moves meanwhile.
 */
final class EngineConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConnection.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final CamundaClient engine;
    private final AtomicBoolean there = new AtomicBoolean(true);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("engine-watch").factory());

    EngineConnection(CamundaClient engine) {
        this.engine = engine;
    }

    void watch() {
        clock.scheduleWithFixedDelay(this::look, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isThere() {
        return there.get();
    }

    private void look() {
        boolean now = answers();
        if (there.getAndSet(now) != now) {
            if (now) {
                LOG.warn("the process engine is back; work goes on");
            } else {
                LOG.warn("the process engine does not answer; waiting for it to come back");
            }
        }
    }

    private boolean answers() {
        try {
            return !engine.newTopologyRequest().requestTimeout(EVERY).send().join(EVERY.toSeconds() + 1,
                    TimeUnit.SECONDS).getBrokers().isEmpty();
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
