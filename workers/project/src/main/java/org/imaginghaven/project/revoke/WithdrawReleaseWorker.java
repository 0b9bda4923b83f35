package org.imaginghaven.project.revoke;

import java.io.IOException;
import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.project.store.PackageFolders;
import org.imaginghaven.project.store.Release;
import org.imaginghaven.project.store.Releases;

/** Takes back what a revocation reaches in one release: some of its files, or all. */
public final class WithdrawReleaseWorker implements Job<WithdrawReleaseWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key revocationKey, Key releaseKey) {
    }

    private final Releases releases;
    private final PackageFolders folders;

    public WithdrawReleaseWorker(Releases releases, PackageFolders folders) {
        this.releases = releases;
        this.folders = folders;
    }

    @Override
    public String type() {
        return "project:withdraw-release:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) throws IOException {
        Release release = releases.get(input.releaseKey());
        releases.withdraw(input.revocationKey(), release, files -> folders.keepOnly(release, files),
                AuditEvent.bySystem(type(), "files-withdrawn", input.releaseKey(), Map.of()));
        return None.INSTANCE;
    }
}
