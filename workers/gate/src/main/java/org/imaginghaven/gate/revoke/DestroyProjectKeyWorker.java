package org.imaginghaven.gate.revoke;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Destroys a project's secret, last of all: until every file is withdrawn it is what leads from patient to pseudonym. */
public final class DestroyProjectKeyWorker implements Job<DestroyProjectKeyWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key revocationKey) {
    }

    private final Revocations revocations;

    DestroyProjectKeyWorker(Revocations revocations) {
        this.revocations = revocations;
    }

    @Override
    public String type() {
        return "gate:destroy-project-key:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) {
        Revocation revocation = revocations.find(input.revocationKey());
        return switch (revocation.kind()) {
            case PROJECT, AGREEMENT -> {
                if (!revocations.everythingWithdrawn(revocation.key())) {
                    throw new IllegalStateException("a release of this revocation is not withdrawn yet");
                }
                revocations.destroySecret(revocation,
                        AuditEvent.bySystem(type(), "project-key-destroyed", revocation.key(), Map.of()));
                yield None.INSTANCE;
            }
            case PATIENT, TAG, IMAGE_TYPE, CONTROLLER -> None.INSTANCE;
        };
    }
}
