package org.imaginghaven.governance.revoke;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/**
 * Ends access on the day a grant ends: the agreement ends, and a revocation of its own takes the releases back.
 *
 * <p>Announces every revocation that has not begun, so one that was asked for while the engine was away is not lost.
 */
public final class SweepGrantsWorker implements Job<SweepGrantsWorker.Input, Job.None> {

    private final Revocations revocations;
    private final Announcer announcer;
    private final Clock clock;

    public SweepGrantsWorker(Revocations revocations, Announcer announcer, Clock clock) {
        this.revocations = revocations;
        this.announcer = announcer;
        this.clock = clock;
    }

    public record Input() {
    }

    @Override
    public String type() {
        return "governance:sweep-grants:1";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public None work(Input input, JobContext context) {
        revocations.endExpired(LocalDate.now(clock), (agreement, revocation) -> AuditEvent.bySystem(type(),
                "agreement-ended", agreement, Map.of("revocation", revocation.value())));
        for (Key revocation : revocations.notBegun()) {
            announcer.announce("revocation-requested", "", revocation, Map.of("revocationKey", revocation));
        }
        return None.INSTANCE;
    }
}
