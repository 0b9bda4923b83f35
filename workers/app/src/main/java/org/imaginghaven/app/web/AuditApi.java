package org.imaginghaven.app.web;

import java.util.Optional;
import org.imaginghaven.governance.audit.AuditChain;
import org.imaginghaven.governance.GovernanceZone;
import org.imaginghaven.governance.audit.AuditTrail;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Checks the ledger's chain. */
@RestController
@Profile("governance")
class AuditApi {

    private final AuditTrail trail;

    AuditApi(GovernanceZone zone) {
        this.trail = zone.trail();
    }

    /**
     * @param entries how many entries hold together
     * @param head hash of the last of them, hexadecimal; keep it elsewhere to notice a ledger cut short
     * @param brokenAt first entry that does not fit, 0 when all do
     */
    record ChainStatus(long entries, boolean chainValid, String head, long brokenAt) {
    }

    @GetMapping("/api/audit/verify")
    ChainStatus verify() {
        return switch (trail.verify(Optional.empty())) {
            case AuditChain.Verdict.Intact(AuditChain.Head head) ->
                new ChainStatus(head.entries(), true, head.hash(), 0);
            case AuditChain.Verdict.Broken(long seq, AuditChain.Fault fault) ->
                new ChainStatus(seq - 1, false, fault.name(), seq);
        };
    }
}
