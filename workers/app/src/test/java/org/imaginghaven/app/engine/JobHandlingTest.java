package org.imaginghaven.app.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Jobs are delivered by a real engine, in memory. */
class JobHandlingTest {

    private static final String KEY = "bat-0000000000000001";
    private static final JobHandling.Timing QUICK = new JobHandling.Timing(Duration.ofMillis(1_200),
            Duration.ofMillis(10));

    private static ZeebeTestEngine engine;
    private static CamundaClient client;

    /** The job the test offers. */
    private record TestJob(String type, Callable<Out> work) implements Job<In, Out> {

        @Override
        public Class<In> input() {
            return In.class;
        }

        @Override
        public Out work(In input, JobContext context) throws Exception {
            return work.call();
        }
    }

    record In(Key batchKey) {
    }

    record Out(int stored) {
    }

    @BeforeAll
    static void start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        engine = EngineFactory.create(port);
        engine.start();
        client = CamundaClient.newClientBuilder().grpcAddress(URI.create("http://127.0.0.1:" + port))
                .preferRestOverGrpc(false).defaultRequestTimeout(Duration.ofSeconds(10)).build();
    }

    @AfterAll
    static void stop() throws Exception {
        client.close();
        engine.stop();
    }

    @Test
    void whatAWorkerGivesBecomesVariables() throws Exception {
        run("test:done:1", () -> new Out(7), () -> completed("test:done:1"));

        assertThat(records("test:done:1", JobIntent.COMPLETED).findFirst().orElseThrow().toJson())
                .contains("\"stored\":7");
    }

    @Test
    void aRefusalTakesItsOwnPathAndTellsTheForm() throws Exception {
        run("test:refused:1", () -> {
            throw new Refusal(RefusalCode.SEPARATION_OF_DUTIES);
        }, () -> records("test:refused:1", JobIntent.ERROR_THROWN).findAny().isPresent());

        assertThat(records("test:refused:1", JobIntent.ERROR_THROWN).findFirst().orElseThrow().toJson())
                .contains("\"errorCode\":\"SEPARATION_OF_DUTIES\"", "\"dutyProblem\":\"separation-of-duties\"");
    }

    @Test
    void aFaultIsTriedAgainAndThenNamesItsClassAndAnOpaqueKeyOnly() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        run("test:failed:1", () -> {
            tries.incrementAndGet();
            throw new IllegalArgumentException("Mrs Example 0101011234");
        }, () -> incidents().findAny().isPresent());

        assertThat(tries).hasValue(3);
        assertThat(incidents().findFirst().orElseThrow().getErrorMessage())
                .isEqualTo("IllegalArgumentException " + KEY);
        assertThat(allRecords().map(Record::toJson)).noneMatch(json -> json.contains("Example"));
    }

    @Test
    void aWorkerThatNeedsLongerThanItsLeaseKeepsTheJob() throws Exception {
        AtomicInteger deliveries = new AtomicInteger();
        run("test:long:1", () -> {
            deliveries.incrementAndGet();
            Thread.sleep(4_500);
            return new Out(1);
        }, () -> completed("test:long:1"));

        assertThat(deliveries).hasValue(1);
        assertThat(records("test:long:1", JobIntent.TIMED_OUT)).isEmpty();
    }

    private static void run(String type, Callable<Out> work, Callable<Boolean> until) throws Exception {
        String id = type.replace(':', '-');
        var model = Bpmn.createExecutableProcess(id).startEvent()
                .serviceTask("task", task -> task.zeebeJobType(type).zeebeJobRetries("3")).endEvent()
                .moveToActivity("task").boundaryEvent("refused", event -> event.error("SEPARATION_OF_DUTIES"))
                .endEvent().done();
        client.newDeployResourceCommand()
                .addResourceBytes(Bpmn.convertToString(model).getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        id + ".bpmn")
                .send().join();
        try (JobWorkers workers = new JobWorkers(client, QUICK)) {
            workers.open(List.of(new TestJob(type, work)));
            client.newCreateInstanceCommand().bpmnProcessId(id).latestVersion().variables(Map.of("batchKey", KEY))
                    .send().join();
            await(until);
        }
    }

    private static void await(Callable<Boolean> until) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!until.call()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(50);
        }
    }

    private static boolean completed(String type) {
        return records(type, JobIntent.COMPLETED).findAny().isPresent();
    }

    private static Stream<Record<?>> records(String type, JobIntent intent) {
        Predicate<Record<?>> wanted = r -> r.getIntent() == intent && r.toJson().contains("\"type\":\"" + type + "\"");
        return allRecords().filter(wanted);
    }

    private static Stream<IncidentRecordValue> incidents() {
        return allRecords().filter(r -> r.getIntent() == IncidentIntent.CREATED)
                .map(r -> (IncidentRecordValue) r.getValue());
    }

    private static Stream<Record<?>> allRecords() {
        return StreamSupport.stream(engine.getRecordStreamSource().getRecords().spliterator(), false)
                .map(r -> (Record<?>) r);
    }
}
