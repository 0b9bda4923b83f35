package org.imaginghaven.app.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.imaginghaven.governance.people.TaskHistory.HistoryBehind;
import org.imaginghaven.kernel.JobContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only the faults are made here: a record store that lags or is away. The end-to-end test asks the real one. */
class RecordsTaskHistoryTest {

    private static final JobContext JOB = new JobContext(11, "p", "e", 77);
    private static final String NOTHING = "{\"hits\":{\"hits\":[]}}";

    private final AtomicInteger lag = new AtomicInteger();
    private volatile String tasks = NOTHING;
    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String answer = path.contains("job") ? lag.getAndDecrement() > 0 ? NOTHING : created() : tasks;
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void waitsUntilTheRecordHasCaughtUpWithTheJob() throws Exception {
        lag.set(3);
        tasks = hits(task("[\"ig-lead\"]", "iglead"), task("[\"deid-analyst\"]", "analyst1"));

        assertThat(history(Duration.ofSeconds(20)).completedBy(JOB, "deid-analyst")).contains("analyst1");
        assertThat(lag.get()).isNegative();
    }

    @Test
    void takesTheNewestTaskOfThatGroupAndOfNoOther() throws Exception {
        tasks = hits(task("[\"controller-north\"]", "north1"), task("[\"north\"]", "wrong"),
                task("[\"controller-north\"]", "older"));

        assertThat(history(Duration.ofSeconds(5)).completedBy(JOB, "controller-north")).contains("north1");
        assertThat(history(Duration.ofSeconds(5)).completedBy(JOB, "controller")).isEmpty();
    }

    @Test
    void aNewestTaskWithoutAssigneeIsNotAnsweredByAnOlderOne() throws Exception {
        tasks = hits(task("[\"panel\"]", ""), task("[\"panel\"]", "panel1"));

        assertThat(history(Duration.ofSeconds(5)).completedBy(JOB, "panel")).isEmpty();
    }

    @Test
    void aRecordThatNeverCatchesUpIsAFaultAndNotAnAnswer() {
        lag.set(Integer.MAX_VALUE);

        assertThatThrownBy(() -> history(Duration.ofMillis(300)).completedBy(JOB, "panel"))
                .isInstanceOf(HistoryBehind.class);
    }

    @Test
    void aStoreThatIsAwayIsAFaultAndNotAnAnswer() {
        server.stop(0);

        assertThatThrownBy(() -> history(Duration.ofMillis(300)).completedBy(JOB, "panel"))
                .isInstanceOf(HistoryBehind.class);
    }

    private RecordsTaskHistory history(Duration patience) {
        return new RecordsTaskHistory(URI.create("http://127.0.0.1:" + server.getAddress().getPort()), patience);
    }

    private static String created() {
        return "{\"hits\":{\"hits\":[{\"_source\":{\"key\":77,\"position\":500,\"partitionId\":1}}]}}";
    }

    private static String task(String groups, String assignee) {
        return "{\"_source\":{\"value\":{\"candidateGroupsList\":%s,\"assignee\":\"%s\"}}}".formatted(groups, assignee);
    }

    private static String hits(String... tasks) {
        return "{\"hits\":{\"hits\":[" + String.join(",", tasks) + "]}}";
    }
}
