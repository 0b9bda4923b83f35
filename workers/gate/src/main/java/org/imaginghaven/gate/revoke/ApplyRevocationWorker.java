package org.imaginghaven.gate.revoke;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.imaginghaven.gate.extract.PackageFolder;
import org.imaginghaven.gate.promote.Inventory;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;

/** Carries a revocation into the gate's own stores and finds the releases it reaches. */
public final class ApplyRevocationWorker implements Job<ApplyRevocationWorker.In, ApplyRevocationWorker.Out> {

    /** Variables in. */
    public record In(Key revocationKey) {
    }

    /** Variables out. */
    public record Out(List<Key> releases) {
    }

    private final Revocations revocations;
    private final Inventory inventory;
    private final Path quarantine;

    ApplyRevocationWorker(Revocations revocations, Inventory inventory, Path quarantine) {
        this.revocations = revocations;
        this.inventory = inventory;
        this.quarantine = quarantine;
    }

    @Override
    public String type() {
        return "gate:apply-revocation:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) throws IOException {
        Revocation revocation = revocations.find(input.revocationKey());
        switch (revocation.kind()) {
            case PATIENT -> {
                revocations.optOut(revocation, event(revocation, "opt-out-applied"));
                for (Map.Entry<Key, List<String>> left : revocations.outputsToDelete(revocation).entrySet()) {
                    new PackageFolder(quarantine, left.getKey()).delete(left.getValue());
                }
            }
            case TAG, IMAGE_TYPE -> {
                revocations.suspend(revocation, event(revocation, "promotion-suspended"));
                inventory.refresh(event(revocation, "inventory-refreshed"));
            }
            case PROJECT, AGREEMENT, CONTROLLER -> {
                // governance ended what these stand on; the gate only finds what they reach
            }
        }
        revocations.list(revocation, event(revocation, "releases-found"));
        return new Out(revocations.releases(revocation.key()));
    }

    private AuditEvent event(Revocation revocation, String action) {
        return AuditEvent.bySystem(type(), action, revocation.key(), Map.of());
    }
}
