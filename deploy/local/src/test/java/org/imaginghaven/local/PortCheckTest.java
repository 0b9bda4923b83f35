package org.imaginghaven.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    @Test
    void aTakenPortIsNamedWithTheProcessThatHoldsIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort());

            assertThatThrownBy(() -> new PortCheck().require(ports, Part.SEARCH)).isInstanceOf(StackProblem.class)
                    .hasMessage("Port " + taken.getLocalPort() + " (Search, pages) is taken by process "
                            + ProcessHandle.current().pid()
                            + " (java). Stop that process, or shift all ports with --port-base.");
        }
    }

    @Test
    void aPortIsFreeAgainWhenItsHolderLetsGo() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertThat(new PortCheck().free(port)).isFalse();
        }
        assertThat(new PortCheck().free(port)).isTrue();
        assertThatCode(() -> new PortCheck().require(new Ports(port), Part.SEARCH)).doesNotThrowAnyException();
    }

    @Test
    void theHolderMayBelongToAnotherUser(@TempDir Path proc) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/tcp"),
                """
                          sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                           0: 0100007F:4650 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1001        0 4711 1 0 100 0 0 10 0
                           1: 0100007F:4651 00000000:0000 01 00000000:00000000 00:00000000 00000000  1002        0 4712 1 0 100 0 0 10 0
                        """);

        assertThat(new PortCheck(proc).holder(18000)).isEqualTo("a process of another user (uid 1001)");
        // 18001 is an open connection, nobody listens there
        assertThat(new PortCheck(proc).holder(18001)).isEqualTo("a process that could not be found");
    }

    @Test
    void aPortThatAKilledProcessLeftBehindIsWaitedFor(@TempDir Path proc) throws Exception {
        Object user = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        CompletableFuture<Void> checked;
        try (ServerSocket left = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(left.getLocalPort());
            Files.createDirectories(proc.resolve("net"));
            Files.writeString(proc.resolve("net/tcp"), String.format("""
                    sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                     0: 0100007F:%04X 00000000:0000 0A 00000000:00000000 00:00000000 00000000 %s 0 4711 1 0 100 0 0 10 0
                    """, left.getLocalPort(), user));
            checked = CompletableFuture.runAsync(() -> new PortCheck(proc).require(ports, Part.SEARCH));

            assertThatThrownBy(() -> checked.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        }
        assertThatCode(() -> checked.get(10, TimeUnit.SECONDS)).doesNotThrowAnyException();
    }

    @Test
    void noTwoPartsShareAPort() {
        Ports ports = new Ports(Ports.DEFAULT_BASE);

        assertThat(Part.all().stream().flatMap(part -> ports.of(part).keySet().stream())).doesNotHaveDuplicates()
                .hasSize(14);
    }

    @Test
    void aPortBaseOutsideTheRangeIsRefused() {
        assertThatThrownBy(() -> new Ports(80)).hasMessage("The port base must lie between 1024 and 65000; it was 80.");
        assertThatThrownBy(() -> new Ports(65001)).isInstanceOf(StackProblem.class);
    }
}
