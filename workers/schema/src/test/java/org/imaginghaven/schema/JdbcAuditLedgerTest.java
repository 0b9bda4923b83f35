package org.imaginghaven.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.imaginghaven.kernel.AuditEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class JdbcAuditLedgerTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final AuditEvent EVENT = new AuditEvent("lead1", "thing-done", "req-0123456789abcdef", null,
            Map.of("note", "quotes \" and \\ and é", "count", "3"));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void everyZoneAppends(ZoneRole role) {
        DataSource zone = DATABASE.connect(role);
        long before = entries();

        transaction(zone).executeWithoutResult(_ -> new JdbcAuditLedger(zone).append(EVENT));

        assertThat(entries()).isEqualTo(before + 1);
        assertThat(JdbcClient.create(DATABASE.connect(ZoneRole.GOVERNANCE))
                .sql("select details->>'note' from governance.audit_entry order by seq desc limit 1")
                .query(String.class).single()).isEqualTo("quotes \" and \\ and é");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWNER")
    void anEntryIsLostWithItsTransaction(ZoneRole role) {
        DataSource zone = DATABASE.connect(role);
        long before = entries();

        transaction(zone).executeWithoutResult(status -> {
            new JdbcAuditLedger(zone).append(EVENT);
            status.setRollbackOnly();
        });

        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void anEntryOutsideATransactionIsRefused() {
        JdbcAuditLedger ledger = new JdbcAuditLedger(DATABASE.connect(ZoneRole.GATE));

        assertThatThrownBy(() -> ledger.append(EVENT)).isInstanceOf(IllegalStateException.class);
    }

    private static TransactionTemplate transaction(DataSource zone) {
        return new TransactionTemplate(new DataSourceTransactionManager(zone));
    }

    private static long entries() {
        return JdbcClient.create(DATABASE.connect(ZoneRole.GOVERNANCE))
                .sql("select count(*) from governance.audit_entry").query(Long.class).single();
    }
}
