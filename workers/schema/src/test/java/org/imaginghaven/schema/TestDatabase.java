package org.imaginghaven.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A migrated database on a real PostgreSQL for a test: in a container when Docker answers, else from embedded binaries.
 *
 * <p>One server for each JVM, started when the first test asks; {@link #fresh} copies a migrated template, which takes
 * a fraction of a second, so that every test class can have a database of its own.
 */
public final class TestDatabase {

    /** The passwords of the roles in tests. */
    public static final RolePasswords PASSWORDS = passwords();

    private static final String TEMPLATE = "haven_template";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Server server;
    private final String name;

    private TestDatabase(Server server, String name) {
        this.server = server;
        this.name = name;
    }

    /** A migrated database that nobody has written to. */
    public static TestDatabase fresh() {
        Server server = Holder.SERVER;
        String name = "haven_" + NUMBER.incrementAndGet();
        server.administer("create database " + name + " template " + TEMPLATE + " owner " + ZoneRole.OWNER.username());
        server.administer("revoke all on database " + name + " from public");
        for (ZoneRole role : ZoneRole.values()) {
            server.administer("grant connect on database " + name + " to " + role.username());
        }
        return new TestDatabase(server, name);
    }

    /** An empty server's administrator, for tests of the preparation itself. */
    static DataSource administrator() {
        return Holder.SERVER.dataSource("postgres", "postgres", "postgres");
    }

    static String urlOf(String database) {
        return Holder.SERVER.url(database);
    }

    public String url() {
        return server.url(name);
    }

    /** Connects as the role of a zone; every connection is a new one. */
    public DataSource connect(ZoneRole role) {
        return server.dataSource(name, role.username(), PASSWORDS.of(role));
    }

    private static RolePasswords passwords() {
        Map<ZoneRole, String> byRole = new EnumMap<>(ZoneRole.class);
        for (ZoneRole role : ZoneRole.values()) {
            byRole.put(role, "test-" + role.zone());
        }
        return new RolePasswords(byRole);
    }

    private record Server(String host, int port) {

        static Server start() {
            try {
                Server server = DockerClientFactory.instance().isDockerAvailable() ? inContainer() : embedded();
                Migrator.prepare(server.dataSource("postgres", "postgres", "postgres"), TEMPLATE, PASSWORDS);
                Migrator.migrate(server.url(TEMPLATE), PASSWORDS);
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @SuppressWarnings("resource") // lives as long as the JVM; the library stops it in a shutdown hook
        private static Server inContainer() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:17-alpine").withUsername("postgres")
                    .withPassword("postgres");
            container.start();
            return new Server(container.getHost(), container.getMappedPort(5432));
        }

        @SuppressWarnings("resource") // lives as long as the JVM; the library stops it in a shutdown hook
        private static Server embedded() throws IOException {
            EmbeddedPostgres postgres = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90))
                    .setServerConfig("shared_buffers", "32MB").setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off").setServerConfig("full_page_writes", "off")
                    .setServerConfig("hba_file", accessRules().toString()).start();
            return new Server("127.0.0.1", postgres.getPort());
        }

        /** Roles must show their passwords, as in production; the embedded server's own default trusts everybody. */
        private static Path accessRules() throws IOException {
            Path rules = Files.createTempFile("haven-hba", ".conf");
            rules.toFile().deleteOnExit();
            return Files.writeString(rules, """
                    host all postgres all trust
                    host all all all scram-sha-256
                    """);
        }

        String url(String database) {
            return "jdbc:postgresql://" + host + ":" + port + "/" + database;
        }

        DataSource dataSource(String database, String user, String password) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(url(database));
            source.setUser(user);
            source.setPassword(password);
            return source;
        }

        void administer(String sql) {
            try (Connection connection = dataSource("postgres", "postgres", "postgres").getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Holder {
        static final Server SERVER = Server.start();
    }
}
