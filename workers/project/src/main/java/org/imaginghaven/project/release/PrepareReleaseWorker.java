package org.imaginghaven.project.release;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.imaginghaven.project.store.PackageFolders;
import org.imaginghaven.project.store.PackagedFile;
import org.imaginghaven.project.store.Release;
import org.imaginghaven.project.store.Releases;

/** Opens a release for a verified package and looks once more at every file of it. */
public final class PrepareReleaseWorker implements Job<PrepareReleaseWorker.In, PrepareReleaseWorker.Out> {

    /** Variables in. */
    public record In(Key extractionKey) {
    }

    /** Variables out: the release, and how many files it offers. */
    public record Out(Key releaseKey, int releaseFiles) {
    }

    private final Releases releases;
    private final PackageFolders folders;

    public PrepareReleaseWorker(Releases releases, PackageFolders folders) {
        this.releases = releases;
        this.folders = folders;
    }

    @Override
    public String type() {
        return "project:prepare-release:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public Out work(In input, JobContext context) throws Exception {
        if (!releases.isAgreementInForce(input.extractionKey())) {
            throw new Refusal(RefusalCode.AGREEMENT_ENDED);
        }
        Release release = releases.prepare(input.extractionKey(),
                AuditEvent.bySystem(type(), "release-prepared", input.extractionKey(), Map.of()));
        int whole = 0;
        for (PackagedFile file : releases.deidentified(input.extractionKey())) {
            if (folders.isUnchanged(release, file)) {
                whole++;
            } else {
                releases.fail(input.extractionKey(), file,
                        AuditEvent.bySystem(type(), "file-withheld", release.releaseKey(), Map.of()));
            }
        }
        return new Out(release.releaseKey(), whole);
    }
}
