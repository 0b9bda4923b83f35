package org.imaginghaven.search.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcQueryLedgerTest {

    private static final DisclosureRules RULES = new DisclosureRules(5, 5, 0.5, 3, 5);

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcQueryLedger ledger = new JdbcQueryLedger(database.connect(ZoneRole.SEARCH));

    @Test
    void whatWasAskedBeforeCostsNothing() throws BudgetSpent {
        ledger.spend("a", Set.of("f1", "f2"), RULES);
        ledger.spend("a", Set.of("f1", "f2", "f3"), RULES);
        ledger.spend("a", Set.of("f2"), RULES);

        assertThat(rows("noisy and username = 'a'")).isEqualTo(3);
    }

    @Test
    void aPersonsBudgetEndsAndNothingIsRecordedThen() throws BudgetSpent {
        ledger.spend("a", Set.of("f1", "f2"), RULES);

        assertThatThrownBy(() -> ledger.spend("a", Set.of("f3", "f4"), RULES)).isInstanceOf(BudgetSpent.class)
                .hasMessageStartingWith("You have been told about 3 different groups");
        assertThat(rows("true")).isEqualTo(2);
        ledger.spend("a", Set.of("f3"), RULES);
    }

    @Test
    void everybodysBudgetEndsToo() throws BudgetSpent {
        ledger.spend("a", Set.of("f1", "f2", "f3"), RULES);

        assertThatThrownBy(() -> ledger.spend("b", Set.of("f1", "f2", "f3"), RULES)).isInstanceOf(BudgetSpent.class)
                .hasMessageStartingWith("All users together");
    }

    @Test
    void yesterdayIsForgotten() throws BudgetSpent {
        ledger.spend("a", Set.of("f1", "f2", "f3"), RULES);
        JdbcClient.create(database.connect(ZoneRole.OWNER))
                .sql("update inventory.query_ledger set at = at - interval '25 hours'").update();

        ledger.spend("a", Set.of("f4", "f5", "f6"), RULES);
        assertThat(rows("true")).isEqualTo(6);
    }

    @Test
    void twoAtOnceCannotSpendTheSameRest() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> asks = IntStream.range(0, 12).<Callable<Boolean>>mapToObj(i -> () -> {
                try {
                    ledger.spend("a", Set.of("f" + i), RULES);
                    return true;
                } catch (BudgetSpent e) {
                    return false;
                }
            }).toList();
            long allowed = 0;
            for (Future<Boolean> answer : threads.invokeAll(asks)) {
                allowed += answer.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(3);
        }
    }

    @Test
    void sightOfExactCountsIsAudited() {
        ledger.recordExact("coordinator1", "abc", 12);

        List<String> entries = JdbcClient.create(database.connect(ZoneRole.GOVERNANCE)).sql("""
                select actor || ' ' || action || ' ' || subject || ' ' || details from governance.audit_entry""")
                .query(String.class).list();
        assertThat(entries).containsExactly("coordinator1 exact-counts-shown set-abc {\"figures\": \"12\"}");
        assertThat(rows("not noisy")).isEqualTo(1);
    }

    private int rows(String condition) {
        return JdbcClient.create(database.connect(ZoneRole.OWNER))
                .sql("select count(*) from inventory.query_ledger where " + condition).query(Integer.class).single();
    }
}
