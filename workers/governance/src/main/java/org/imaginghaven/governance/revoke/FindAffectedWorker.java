package org.imaginghaven.governance.revoke;

import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;

/** Ends what a revocation is about and stops everything under way that rests on it. */
public final class FindAffectedWorker implements Job<FindAffectedWorker.Input, FindAffectedWorker.Output> {

    private final Revocations revocations;
    private final Announcer announcer;

    public FindAffectedWorker(Revocations revocations, Announcer announcer) {
        this.revocations = revocations;
        this.announcer = announcer;
    }

    public record Input(Key revocationKey) {
    }

    /**
     * @param extractions those that were under way
     * @param patientOptOut whether the identifiable zone has to mark a patient
     */
    public record Output(List<Key> extractions, boolean patientOptOut) {
        public Output {
            extractions = List.copyOf(extractions);
        }
    }

    @Override
    public String type() {
        return "governance:find-affected:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Output work(Input input, JobContext context) {
        Revocation revocation = revocations.get(input.revocationKey());
        revocations.begin(revocation, AuditEvent.bySystem(type(), "revocation-begun", revocation.revocationKey(),
                Map.of("kind", WireName.of(revocation.kind()), "subject", revocation.subject())));
        // after the agreements ended, so that nothing starts anew between looking and stopping
        List<Key> inFlight = revocations.extractionsInFlight(revocation);
        for (Key extraction : inFlight) {
            Map<String, Key> variables = Map.of("revocationKey", revocation.revocationKey());
            announcer.announce("extraction-suspended", extraction.value(), revocation.revocationKey(), variables);
            announcer.announce("release-suspended", extraction.value(), revocation.revocationKey(), variables);
        }
        return new Output(inFlight, revocation.kind() == RevocationKind.PATIENT);
    }
}
