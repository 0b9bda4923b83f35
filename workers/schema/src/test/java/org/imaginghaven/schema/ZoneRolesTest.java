package org.imaginghaven.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Connects as the role of each zone and tries every table: what is not its business is refused by the database. */
class ZoneRolesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String REFUSED = "42501";
    private static final Set<String> GATE_ONLY = Set.of("inventory_link", "project_secret", "project_pseudonym",
            "study_link", "series_link", "standard_value", "report_reading", "report_mention", "report_finding",
            "identifiability_rule");

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void readsOnlyTheTablesOfItsZone(ZoneRole role) throws SQLException {
        Set<String> readable = new TreeSet<>();
        for (String table : tables()) {
            if (allowed(role, "select * from " + table + " limit 0")) {
                readable.add(table);
            }
        }

        assertThat(readable).filteredOn(t -> t.startsWith("identifiable."))
                .containsExactlyInAnyOrderElementsOf(identifiableTablesOf(role));
        assertThat(readable).filteredOn(t -> t.startsWith("inventory."))
                .allMatch(t -> role == ZoneRole.GATE || role == ZoneRole.SEARCH
                        || role == ZoneRole.GOVERNANCE && t.equals("inventory.cohort_controller"));
        assertThat(readable).doesNotContain("public.flyway_schema_history");
        assertThat(readable.contains("governance.audit_entry")).isEqualTo(role == ZoneRole.GOVERNANCE);
        assertThat(readable.contains("governance.person"))
                .as("passwords are for the two that sign people in")
                .isEqualTo(role == ZoneRole.GOVERNANCE || role == ZoneRole.SEARCH);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void nobodyWritesOutsideItsZone(ZoneRole role) throws SQLException {
        for (String table : tables()) {
            boolean identifiableZone = role == ZoneRole.IDENTIFIABLE || role == ZoneRole.GATE;
            if (table.startsWith("identifiable.") && !identifiableZone || table.startsWith("inventory.")
                    && role != ZoneRole.GATE && role != ZoneRole.SEARCH) {
                assertThat(allowed(role, "delete from " + table + " where false")).as(table).isFalse();
                assertThat(allowed(role,
                        "insert into " + table + " overriding system value select * from " + table + " where false"))
                        .as(table).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void nobodyChangesTheLedger(ZoneRole role) throws SQLException {
        for (String sql : List.of("update governance.audit_entry set actor = 'x'",
                "delete from governance.audit_entry", "truncate governance.audit_entry",
                "insert into governance.audit_entry select * from governance.audit_entry",
                "drop table governance.audit_entry", "alter table governance.audit_entry disable trigger all")) {
            assertThat(allowed(role, sql)).as(sql).isFalse();
        }
    }

    @Test
    void evenTheOwnerDoesNotChangeTheLedgerByAccident() {
        JdbcClient owner = JdbcClient.create(DATABASE.connect(ZoneRole.OWNER));

        assertThatThrownBy(() -> owner.sql("delete from governance.audit_entry").update())
                .hasMessageContaining("append-only");
    }

    @Test
    void governanceSeesThatACohortExistsButNotItsDefinition() throws SQLException {
        assertThat(allowed(ZoneRole.GOVERNANCE, "select cohort_key, patients from inventory.cohort")).isTrue();
        assertThat(allowed(ZoneRole.GOVERNANCE, "select definition from inventory.cohort")).isFalse();
    }

    @Test
    void aWrongPasswordIsRefused() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(DATABASE.url());
        source.setUser(ZoneRole.GATE.username());
        source.setPassword("guess");

        assertThatThrownBy(source::getConnection).hasMessageContaining("password authentication failed");
    }

    private static List<String> identifiableTablesOf(ZoneRole role) {
        Map<ZoneRole, List<String>> byRole = new EnumMap<>(ZoneRole.class);
        byRole.put(ZoneRole.GATE, identifiable().toList());
        byRole.put(ZoneRole.IDENTIFIABLE,
                identifiable().filter(t -> !GATE_ONLY.contains(t.substring("identifiable.".length()))).toList());
        return byRole.getOrDefault(role, List.of());
    }

    private static Stream<String> identifiable() {
        return tables().stream().filter(t -> t.startsWith("identifiable."));
    }

    private static List<String> tables() {
        return JdbcClient.create(DATABASE.connect(ZoneRole.OWNER)).sql("""
                select schemaname || '.' || tablename from pg_tables
                where schemaname in ('identifiable', 'inventory', 'governance', 'public') order by 1""")
                .query(String.class).list();
    }

    private static boolean allowed(ZoneRole role, String sql) throws SQLException {
        try (Connection connection = DATABASE.connect(role).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return true;
        } catch (SQLException e) {
            if (REFUSED.equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }
}
