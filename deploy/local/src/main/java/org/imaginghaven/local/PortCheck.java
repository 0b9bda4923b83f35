package org.imaginghaven.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Finds out whether a loopback port is free and, if not, which process holds it. */
final class PortCheck {

    private static final String LISTENING = "0A";
    private static final int STATE_COLUMN = 3;
    private static final int USER_COLUMN = 7;
    private static final int INODE_COLUMN = 9;

    /** How long the system may take to collect a process that was killed, with the ports it held. */
    private static final Duration COLLECTING = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Path proc;

    PortCheck() {
        this(Path.of("/proc"));
    }

    PortCheck(Path proc) {
        this.proc = proc;
    }

    boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Checks every port of the parts that are about to start.
     *
     * @throws StackProblem naming the port, what it is for and the process that holds it
     */
    void require(Ports ports, Part part) {
        ports.of(part).forEach((port, purpose) -> {
            if (!freeSoon(port)) {
                throw new StackProblem(
                        "Port " + port + " (" + part.title() + ", " + purpose + ") is taken by " + holder(port)
                                + ". Stop that process, or shift all ports with --port-base.");
            }
        });
    }

    private boolean freeSoon(int port) {
        long end = System.nanoTime() + COLLECTING.toNanos();
        while (!free(port)) {
            if (!isLeftBehind(port) || System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }

    /** Whether a port belongs to this user and yet to none of the processes there are: its holder is being collected. */
    private boolean isLeftBehind(int port) {
        return listener(port).map(left -> left.user().equals(user()) && processWithSocket(left.inode()).isEmpty())
                .orElse(true);
    }

    private static String user() {
        try {
            return String.valueOf(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException e) {
            return "unknown";
        }
    }

    private Optional<Listener> listener(int port) {
        return Stream.of("net/tcp", "net/tcp6").flatMap(table -> listeners(proc.resolve(table)))
                .filter(candidate -> candidate.port() == port).findFirst();
    }

    /** Says who listens on a port, as far as this user may know. */
    String holder(int port) {
        Optional<Listener> listener = listener(port);
        if (listener.isEmpty()) {
            return "a process that could not be found";
        }
        return processWithSocket(listener.get().inode()).map(this::describe)
                .orElse("a process of another user (uid " + listener.get().user() + ")");
    }

    private String describe(long pid) {
        try {
            return "process " + pid + " (" + Files.readString(proc.resolve(pid + "/comm")).strip() + ")";
        } catch (IOException gone) {
            return "process " + pid;
        }
    }

    private static Stream<Listener> listeners(Path table) {
        try {
            return Files.readAllLines(table).stream().skip(1).map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > INODE_COLUMN && columns[STATE_COLUMN].equals(LISTENING))
                    .map(columns -> new Listener(
                            Integer.parseInt(columns[1].substring(columns[1].lastIndexOf(':') + 1), 16),
                            columns[USER_COLUMN], columns[INODE_COLUMN]));
        } catch (IOException noSuchTable) {
            return Stream.of();
        }
    }

    private Optional<Long> processWithSocket(String inode) {
        for (Path process : list(proc)) {
            String name = process.getFileName().toString();
            if (name.chars().allMatch(Character::isDigit) && holds(process, "socket:[" + inode + "]")) {
                return Optional.of(Long.parseLong(name));
            }
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        return list(process.resolve("fd")).stream().anyMatch(descriptor -> {
            try {
                return Files.readSymbolicLink(descriptor).toString().equals(socket);
            } catch (IOException closed) {
                return false;
            }
        });
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        } catch (IOException notOurs) {
            return List.of();
        }
    }

    private record Listener(int port, String user, String inode) {
    }
}
