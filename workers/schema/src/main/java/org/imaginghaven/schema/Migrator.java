package org.imaginghaven.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a PostgreSQL server to the state the platform needs, in two steps that need different rights.
 *
 * <p>{@link #prepare} needs an administrator of the server and makes the owner and the database; {@link #migrate} needs
 * only the owner and makes the roles of the zones and everything inside. Both may be repeated at any time.
 */
public final class Migrator {

    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String ONE_AT_A_TIME = "select pg_advisory_lock(7218734502)";

    private Migrator() {
    }

    /**
     * Creates the owner's role and the database when they are missing, and sets the owner's password.
     *
     * @param administrator connects as a superuser to any database of the server but the one to be made
     * @param database lower-case name, for example {@code haven}
     */
    public static void prepare(DataSource administrator, String database, RolePasswords passwords) throws SQLException {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("not a database name: only a-z, 0-9 and _ can be used");
        }
        try (Connection connection = administrator.getConnection()) {
            setPassword(connection, ZoneRole.OWNER, passwords, " createrole");
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                execute(connection, "create database " + database + " owner " + ZoneRole.OWNER.username());
            }
        }
    }

    /**
     * Makes the roles of the zones, sets their passwords, and applies the migrations that are missing.
     *
     * @param url JDBC address of the database
     * @return how many migrations were applied now
     */
    public static int migrate(String url, RolePasswords passwords) throws SQLException {
        String owner = ZoneRole.OWNER.username();
        try (Connection connection = DriverManager.getConnection(url, owner, passwords.of(ZoneRole.OWNER))) {
            // programs of several zones may start at once
            execute(connection, ONE_AT_A_TIME);
            for (ZoneRole role : ZoneRole.values()) {
                if (role != ZoneRole.OWNER) {
                    setPassword(connection, role, passwords, "");
                }
            }
            keepStrangersOut(connection);
        }
        return Flyway.configure().dataSource(url, owner, passwords.of(ZoneRole.OWNER))
                .locations("classpath:db/migration").cleanDisabled(true).validateMigrationNaming(true)
                .connectRetries(10).load().migrate().migrationsExecuted;
    }

    private static void setPassword(Connection connection, ZoneRole role, RolePasswords passwords, String options)
            throws SQLException {
        boolean there = exists(connection, "select 1 from pg_roles where rolname = ?", role.username());
        execute(connection, (there ? "alter role " : "create role ") + role.username() + " with login" + options
                + " password " + literal(connection, passwords.of(role)));
    }

    private static void keepStrangersOut(Connection connection) throws SQLException {
        String database = connection.getCatalog();
        execute(connection, "revoke all on database " + database + " from public");
        for (ZoneRole role : ZoneRole.values()) {
            execute(connection, "grant connect on database " + database + " to " + role.username());
        }
    }

    private static String literal(Connection connection, String text) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select quote_literal(?)")) {
            statement.setString(1, text);
            return first(statement).getFirst();
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return !first(statement).isEmpty();
        }
    }

    private static List<String> first(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? List.of(rows.getString(1)) : List.of();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
