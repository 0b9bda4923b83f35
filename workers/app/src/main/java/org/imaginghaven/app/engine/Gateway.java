package org.imaginghaven.app.engine;

import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.grpc.Status;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends commands to the engine and sends them again while it is away.
 *
 * <p>A gateway request that times out closes the shared channel, and other calls on it are aborted although nothing is
 * wrong with them; so an aborted call is sent again too. Commands must be safe to repeat.
 */
final class Gateway {

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<Status.Code> AWAY = Set.of(Status.Code.UNAVAILABLE, Status.Code.ABORTED,
            Status.Code.DEADLINE_EXCEEDED, Status.Code.RESOURCE_EXHAUSTED, Status.Code.CANCELLED);

    private Gateway() {
    }

    /** How the engine answered. */
    enum Answer {
        DONE,
        /** What the command was about is not there any more, or is there already. */
        MOOT
    }

    /**
     * @param patience how long to keep trying
     * @throws EngineSilent when the engine did not answer all the while
     */
    static Answer send(FinalCommandStep<?> command, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Status.Code code = attempt(command);
            switch (code) {
                case OK -> {
                    return Answer.DONE;
                }
                case NOT_FOUND, ALREADY_EXISTS -> {
                    return Answer.MOOT;
                }
                default -> {
                    if (System.nanoTime() > end) {
                        throw new EngineSilent(code);
                    }
                    LOG.debug("the engine answered {}; trying again", code);
                    Thread.sleep(PAUSE);
                }
            }
        }
    }

    private static Status.Code attempt(FinalCommandStep<?> command) throws InterruptedException {
        try {
            command.send().get();
            return Status.Code.OK;
        } catch (ExecutionException | CompletionException failed) {
            Status.Code code = codeOf(failed);
            if (AWAY.contains(code) || code == Status.Code.NOT_FOUND || code == Status.Code.ALREADY_EXISTS) {
                return code;
            }
            throw new EngineRefused(code);
        }
    }

    static Status.Code codeOf(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClientStatusException status) {
                return status.getStatusCode();
            }
            Status.Code code = Status.fromThrowable(cause).getCode();
            if (code != Status.Code.UNKNOWN) {
                return code;
            }
        }
        return Status.Code.UNKNOWN;
    }

    /** The engine did not answer in time. */
    static final class EngineSilent extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EngineSilent(Status.Code code) {
            super("the engine does not answer (" + code + ")");
        }
    }

    /** The engine understood and said no. */
    static final class EngineRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EngineRefused(Status.Code code) {
            super("the engine refused the command (" + code + ")");
        }
    }
}
