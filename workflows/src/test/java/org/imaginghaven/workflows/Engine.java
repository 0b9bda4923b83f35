package org.imaginghaven.workflows;

import io.camunda.zeebe.client.ZeebeClient;
import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/**
 * The embedded engine, started once for the whole suite with every process, decision and form deployed together, as the
 * deployer does it. Tests keep apart by their instances and business keys.
 */
final class Engine {

    private static final Engine SHARED = new Engine();

    private final ZeebeTestEngine engine = EngineFactory.create();
    private final ZeebeClient client;
    private final Map<Long, String> forms = new HashMap<>();

    private Engine() {
        engine.start();
        // a cold engine on a busy machine takes longer than the client's ten seconds to compile all the models
        client = ZeebeClient.newClientBuilder().grpcAddress(URI.create("http://" + engine.getGatewayAddress()))
                .usePlaintext()
                .defaultRequestTimeout(Duration.ofMinutes(2)).build();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        var deployment = client.newDeployResourceCommand();
        List<Path> files = Models.deployable();
        var command = deployment.addResourceFile(files.getFirst().toString());
        for (Path file : files.subList(1, files.size())) {
            command = command.addResourceFile(file.toString());
        }
        command.send().join().getForm().forEach(form -> forms.put(form.getFormKey(), form.getFormId()));
    }

    static Engine shared() {
        return SHARED;
    }

    ZeebeClient client() {
        return client;
    }

    /** The id of the form that was deployed under the key. */
    String form(long key) {
        return Objects.requireNonNull(forms.get(key), "a task without a deployed form");
    }

    /** Every record since the start; the list only grows. */
    @SuppressWarnings("unchecked")
    List<Record<?>> records() {
        return (List<Record<?>>) engine.getRecordStreamSource().getRecords();
    }

    /** Moves the engine's clock, so that due timers fire. */
    void pass(Duration time) {
        engine.increaseTime(time);
    }

    /** Waits until the engine has nothing left to do. */
    void settle() {
        try {
            engine.waitForIdleState(Duration.ofSeconds(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError("the engine did not come to rest", e);
        }
    }

    /**
     * Writes a command to the engine's log. The embedded engine has no REST gateway, which is the only way to assign and
     * complete user tasks from outside.
     */
    void write(long key, ValueType type, Intent intent, UnifiedRecordValue value) {
        var metadata = new RecordMetadata().recordType(RecordType.COMMAND).valueType(type).intent(intent).requestId(-1)
                .requestStreamId(-1);
        var written = logStream().newLogStreamWriter().tryWrite(WriteContext.internal(),
                LogAppendEntry.of(key, metadata, value));
        if (written.isLeft()) {
            throw new AssertionError("the engine's log took no command: " + written.getLeft());
        }
    }

    private LogStream logStream() {
        try {
            var field = engine.getClass().getDeclaredField("logStream");
            field.setAccessible(true);
            return (LogStream) field.get(engine);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("the embedded engine changed its shape", e);
        }
    }

    private void stop() {
        client.close();
        engine.stop();
    }
}
