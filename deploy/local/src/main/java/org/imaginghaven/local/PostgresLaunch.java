package org.imaginghaven.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** PostgreSQL from the binaries that the zonky project publishes, run by ourselves so that it lives on after the command that started it. */
final class PostgresLaunch implements Launch {

    private static final String SUPERUSER = "postgres";
    static final String OWNER = "haven_owner";

    private final Account account;
    private final Path programs;
    private final Path data;
    private final Secrets secrets;
    private final int port;

    PostgresLaunch(Reach reach, Account account, Secrets secrets, Ports ports) {
        this.account = account;
        this.programs = reach.dist().resolve("postgresql");
        this.data = reach.data().resolve("postgres");
        this.secrets = secrets;
        this.port = ports.postgres();
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public Command prepare() {
        Unpacking.tarXz(
                () -> DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(System.getProperty("os.name").split(" ")[0],
                        System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch")),
                programs);
        if (!Files.isDirectory(data)) {
            initialise();
        }
        List<String> words = new ArrayList<>(
                List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
        settings().forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        // SIGINT: end sessions and stop; SIGTERM would wait for every client to leave
        return Command.of(account.unprivileged(words), data.getParent()).endingWith("INT");
    }

    private Map<String, String> settings() {
        return Map.of("listen_addresses", "127.0.0.1", "port", Integer.toString(port), "unix_socket_directories", "",
                "shared_buffers", "96MB", "max_connections", "100", "wal_level", "minimal", "max_wal_senders", "0",
                "jit", "off");
    }

    private void initialise() {
        Path beside = data.resolveSibling("postgres.new");
        Path password = data.resolveSibling("postgres.password");
        try {
            Unpacking.delete(beside);
            Files.createDirectories(beside);
            account.own(beside);
            // the program reads the password from a file as the unprivileged user
            Path folder = Files.createDirectories(password);
            Secrets.writePrivately(folder.resolve("superuser"), secrets.password("database-superuser") + "\n");
            account.own(folder);
            Processes.run(account.unprivileged(
                    List.of(programs.resolve("bin/initdb").toString(), "-D", beside.toString(), "--username",
                            SUPERUSER, "--pwfile", folder.resolve("superuser").toString(), "--auth", "scram-sha-256",
                            "--encoding", "UTF8",
                            "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C")));
            Unpacking.delete(folder);
            Files.move(beside, data);
        } catch (IOException failed) {
            throw new StackProblem("The database folder " + data + " cannot be made: " + Sentences.reason(failed),
                    failed);
        }
    }

    @Override
    public boolean healthy() {
        try (Connection connection = superuser()) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /** Makes the owner of the schema, who makes the roles of the zones and runs the migrations. */
    @Override
    public void complete() {
        try (Connection connection = superuser(); Statement statement = connection.createStatement()) {
            String role = OWNER + " login createrole password '" + secrets.password("database-owner") + "'";
            statement.execute(
                    (exists(statement, "select 1 from pg_roles where rolname = '" + OWNER + "'") ? "alter" : "create")
                            + " role " + role);
            if (!exists(statement, "select 1 from pg_database where datname = 'haven'")) {
                statement.execute("create database haven owner " + OWNER);
            }
        } catch (SQLException failed) {
            throw new StackProblem("The database haven cannot be made: " + failed.getMessage(), failed);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=2&socketTimeout=10",
                SUPERUSER, secrets.password("database-superuser"));
    }
}
