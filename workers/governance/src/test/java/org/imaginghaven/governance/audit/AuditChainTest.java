package org.imaginghaven.governance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.imaginghaven.governance.audit.AuditChain.Fault;
import org.imaginghaven.governance.audit.AuditChain.Head;
import org.imaginghaven.governance.audit.AuditChain.Verdict;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.schema.JdbcAuditLedger;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain is written by the database's function and recomputed here by Java: the two must agree on every byte. */
class AuditChainTest {

    private final TestDatabase database = TestDatabase.fresh();
    private final AuditTrail trail = new JdbcAuditTrail(database.connect(ZoneRole.GOVERNANCE));

    @BeforeEach
    void threeEntries() {
        append("lead1", null, Map.of());
        append("north1", "prm-0123456789abcdef", Map.of("count", "3", "a longer name", "é | 5:x \" \\ 漢"));
        append("system:gate:extract-chunk:1", "", Map.of("state", "verified"));
    }

    @Test
    void anUntouchedChainIsIntact() {
        Verdict verdict = trail.verify(Optional.empty());

        assertThat(verdict).isInstanceOfSatisfying(Verdict.Intact.class,
                intact -> assertThat(intact.head().entries()).isEqualTo(3));
    }

    @Test
    void anEmptyLedgerIsIntact() {
        asOwner("delete from governance.audit_entry");

        assertThat(trail.verify(Optional.empty())).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void aChangedDetailIsFound() {
        asOwner("update governance.audit_entry set details = '{\"count\": \"4\"}' where seq = 2");

        assertThat(trail.verify(Optional.empty())).isEqualTo(new Verdict.Broken(2, Fault.CHANGED));
    }

    @Test
    void absentAndEmptyEvidenceDoNotReadAlike() {
        asOwner("update governance.audit_entry set evidence = null where seq = 3");

        assertThat(trail.verify(Optional.empty())).isEqualTo(new Verdict.Broken(3, Fault.CHANGED));
    }

    @Test
    void aMissingEntryIsFound() {
        asOwner("delete from governance.audit_entry where seq = 2");

        assertThat(trail.verify(Optional.empty())).isEqualTo(new Verdict.Broken(3, Fault.GAP));
    }

    @Test
    void anEntryRewrittenWithItsOwnHashStillBreaksTheNext() {
        asOwner("""
                update governance.audit_entry set actor = 'other', hash = governance.audit_hash(
                    prev_hash, seq, at, 'other', action, subject, evidence, details) where seq = 2""");

        assertThat(trail.verify(Optional.empty())).isEqualTo(new Verdict.Broken(3, Fault.UNLINKED));
    }

    @Test
    void aCutOffEndIsFoundByWhoeverKeptTheHead() {
        Head head = ((Verdict.Intact) trail.verify(Optional.empty())).head();
        asOwner("delete from governance.audit_entry where seq = 3");

        assertThat(trail.verify(Optional.empty())).isInstanceOf(Verdict.Intact.class);
        assertThat(trail.verify(Optional.of(head))).isEqualTo(new Verdict.Broken(2, Fault.CUT_OFF));
    }

    @Test
    void aChainThatGrewStillPassesThroughItsEarlierHead() {
        Head head = ((Verdict.Intact) trail.verify(Optional.empty())).head();
        append("auditor1", null, Map.of());

        assertThat(trail.verify(Optional.of(head))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void readsWhatIsAboutASubject() {
        assertThat(trail.about(List.of("req-0123456789abcdef"))).hasSize(3)
                .isSortedAccordingTo(Comparator.comparingLong(AuditEntry::seq));
        assertThat(trail.latest(2, Long.MAX_VALUE)).extracting(AuditEntry::seq).containsExactly(3L, 2L);
    }

    private void append(String actor, @Nullable String evidence, Map<String, String> details) {
        DataSource zone = database.connect(ZoneRole.GATE);
        new TransactionTemplate(new DataSourceTransactionManager(zone))
                .executeWithoutResult(_ -> new JdbcAuditLedger(zone).append(
                        new AuditEvent(actor, "thing-done", "req-0123456789abcdef", evidence, details)));
    }

    /** What only someone with the owner's password and ill will can do. */
    private void asOwner(String sql) {
        JdbcClient owner = JdbcClient.create(database.connect(ZoneRole.OWNER));
        owner.sql("alter table governance.audit_entry disable trigger all").update();
        owner.sql(sql).update();
        owner.sql("alter table governance.audit_entry enable trigger all").update();
    }
}
