package org.imaginghaven.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.imaginghaven.governance.audit.AuditChain.Fault;
import org.imaginghaven.governance.audit.AuditChain.Head;
import org.imaginghaven.governance.audit.AuditChain.Verdict;
import org.junit.jupiter.api.Test;

class AuditCommandTest {

    private static final String HASH = "0123456789abcdef".repeat(4);

    @Test
    void theHeadThatIsPrintedIsTheHeadThatIsTaken() {
        Head head = new Head(12, HASH);

        assertThat(AuditCommand.Verify.sentence(new Verdict.Intact(head))).contains("12 entries", "Head: 12:" + HASH);
        assertThat(AuditCommand.Verify.head("12:" + HASH)).isEqualTo(head);
    }

    @Test
    void aBrokenChainSaysWhereAndHow() {
        assertThat(AuditCommand.Verify.sentence(new Verdict.Broken(17, Fault.CHANGED)))
                .isEqualTo("The ledger is broken at entry 17: it is not what was written.");
    }

    @Test
    void anythingElseIsNoHead() {
        assertThatThrownBy(() -> AuditCommand.Verify.head("12"))
                .hasMessage("--expect takes what an earlier run printed after \"Head:\", like 12:9f86d0…");
    }
}
