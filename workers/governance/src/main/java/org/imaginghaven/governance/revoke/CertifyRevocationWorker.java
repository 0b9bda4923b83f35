package org.imaginghaven.governance.revoke;

import java.util.Map;
import java.util.TreeMap;
import org.imaginghaven.governance.revoke.Revocations.Withdrawal;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.imaginghaven.kernel.WireName;

/** Writes the certificate, after looking once more that nothing is left. */
public final class CertifyRevocationWorker implements Job<CertifyRevocationWorker.Input, Job.None> {

    private final Revocations revocations;

    public CertifyRevocationWorker(Revocations revocations) {
        this.revocations = revocations;
    }

    public record Input(Key revocationKey) {
    }

    @Override
    public String type() {
        return "governance:certify-revocation:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) throws Refusal {
        Revocation revocation = revocations.get(input.revocationKey());
        Withdrawal withdrawal = revocations.withdrawal(revocation);
        if (!withdrawal.isComplete()) {
            throw new Refusal(RefusalCode.REVOCATION_INCOMPLETE);
        }
        Map<String, String> certificate = new TreeMap<>(revocations.deletionDecisions(revocation));
        certificate.put("kind", WireName.of(revocation.kind()));
        certificate.put("subject", revocation.subject());
        certificate.put("releases", Integer.toString(withdrawal.releases()));
        certificate.put("filesRemoved", Integer.toString(withdrawal.filesRemoved()));
        certificate.put("filesLeft", Integer.toString(withdrawal.filesLeft()));
        revocations.certify(revocation, certificate,
                AuditEvent.bySystem(type(), "revocation-certified", revocation.revocationKey(), certificate));
        return None.INSTANCE;
    }
}
