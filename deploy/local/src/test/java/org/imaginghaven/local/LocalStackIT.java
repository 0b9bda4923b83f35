package org.imaginghaven.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.imaginghaven.local.LocalStack.Setup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The real parts, on ports of their own. One start for all tests, because it takes a minute. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalStackIT {

    private static final int BASE = 21500;

    @TempDir
    private static Path folder;
    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        // as root, database and index run as another user: within reach, their data is deleted with the folder
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path dist = Path.of(System.getProperty("haven.repository"), "deploy/local/target/dist");
        stack = LocalStack.start(Setup.of(folder.resolve("home")).portBase(BASE).sharing(dist).untrained(),
                Part.infrastructure(),
                new PrintedProgress(System.out::println));
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.stop(Progress.silent());
        }
    }

    @Test
    @Order(1)
    void everyPartIsHealthy() {
        assertThat(stack.status()).allSatisfy(
                (part, status) -> assertThat(status.state() == PartStatus.State.HEALTHY)
                        .isEqualTo(Part.infrastructure().contains(part)));
    }

    @Test
    @Order(1)
    void peopleSignInAndNobodyElse() {
        assertThatCode(() -> stack.tasklist("analyst1").openTasks()).doesNotThrowAnyException();
        String webapps = stack.ports().address(Part.WEBAPPS);
        assertThatThrownBy(() -> Tasklist.signIn(webapps, "analyst1", "wrong"))
                .hasMessage("Tasklist did not sign analyst1 in (status 401).");
        for (String builtIn : List.of("demo", "act", "view")) {
            assertThatThrownBy(() -> Tasklist.signIn(webapps, builtIn, builtIn)).isInstanceOf(StackProblem.class);
        }
    }

    @Test
    @Order(1)
    void aPersonTakesAndCompletesATask() throws Exception {
        long instance = startInstanceOfOneTask();
        Tasklist analyst = stack.tasklist("analyst1");
        Tasklist.Task task = analyst.await("reviewTag", instance, Duration.ofSeconds(90));
        assertThat(task.candidateGroups()).containsExactly("deid-analyst");
        assertThat(task.assignee()).isNull();
        // Tasklist imports a task and its variables from two indices, in no order
        until(() -> !analyst.variables(task).isEmpty());
        assertThat(analyst.variables(task)).containsEntry("promotionRisk", "\"low\"");

        analyst.perform(task, Map.of("tagDecision", "promote"));

        until(() -> analyst.openTasks(instance).isEmpty());
        assertThat(analyst.openTasks(instance)).isEmpty();
        assertThatThrownBy(() -> analyst.complete(task, Map.of())).isInstanceOf(StackProblem.class);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(300);
        }
    }

    private static long startInstanceOfOneTask() throws Exception {
        String broker = Ports.http(stack.ports().brokerRest());
        String boundary = "----haven";
        String form = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"resources\"; filename=\"one-task.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + CamundaLaunch.resource("one-task.bpmn") + "\r\n--"
                + boundary + "--\r\n";
        Http.send("POST", broker + "/v2/deployments", "multipart/form-data; boundary=" + boundary, form);
        String created = Http.send("POST", broker + "/v2/process-instances", "application/json",
                "{\"processDefinitionId\":\"one-task\",\"variables\":{\"promotionRisk\":\"low\"}}");
        return new ObjectMapper().readTree(created).get("processInstanceKey").asLong();
    }

    @Test
    @Order(1)
    void theOwnerOfTheSchemaHasADatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection(stack.ports().address(Part.POSTGRES), "haven_owner",
                stack.databasePassword("owner")); var statement = connection.createStatement()) {
            statement.execute("create table survives (n int)");
            assertThatThrownBy(
                    () -> DriverManager.getConnection(stack.ports().address(Part.POSTGRES), "haven_owner", "wrong"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    @Order(1)
    void nothingListensBeyondLoopback() throws Exception {
        Set<Integer> ports = Part.infrastructure().stream().flatMap(part -> stack.ports().of(part).keySet().stream())
                .collect(java.util.stream.Collectors.toSet());
        List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof java.net.Inet4Address).toList();
        for (int port : ports) {
            new Socket(InetAddress.getLoopbackAddress(), port).close();
            for (InetAddress other : others) {
                assertThatThrownBy(() -> new Socket(other, port).close()).describedAs("port %s", port)
                        .isInstanceOf(java.io.IOException.class);
            }
        }
    }

    @Test
    @Order(2)
    void otherPortsAreRefusedWhileTheHomeIsUp() {
        assertThatThrownBy(() -> LocalStack.open(Setup.of(stack.home()).portBase(BASE + 100)))
                .hasMessage("This home is already up with port base " + BASE + ". Run \"deploy/haven down\" first.");
    }

    @Test
    @Order(3)
    void aKilledDatabaseComesBackWithItsData() throws Exception {
        stack.kill(Part.POSTGRES);
        assertThat(stack.status().get(Part.POSTGRES).state()).isEqualTo(PartStatus.State.DOWN);

        stack.start(EnumSet.of(Part.POSTGRES), Progress.silent());

        try (Connection connection = DriverManager.getConnection(stack.ports().address(Part.POSTGRES), "haven_owner",
                stack.databasePassword("owner"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from survives")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    @Order(4)
    void downLeavesNoProcess() throws Exception {
        stack.stop(Progress.silent());

        assertThat(stack.anyAlive()).isFalse();
        PortCheck check = new PortCheck();
        assertThat(Part.all().stream().flatMap(part -> stack.ports().of(part).keySet().stream())
                .filter(port -> !check.free(port))).isEmpty();
        assertThat(processesOf(stack.home())).isEmpty();
    }

    /** Processes whose command line names the home. */
    private static List<Long> processesOf(Path home) {
        return ProcessHandle.allProcesses().filter(handle -> {
            try {
                return Files.readString(Path.of("/proc/" + handle.pid() + "/cmdline")).contains(home.toString());
            } catch (java.io.IOException gone) {
                return false;
            }
        }).map(ProcessHandle::pid).toList();
    }
}
