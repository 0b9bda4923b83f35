package org.imaginghaven.project.release;

import java.util.Map;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.imaginghaven.project.store.PackageFolders;
import org.imaginghaven.project.store.Release;
import org.imaginghaven.project.store.Releases;

/** Moves a reviewed package into the project's folder, if the agreement still stands at that moment. */
public final class PublishReleaseWorker implements Job<PublishReleaseWorker.In, Job.None> {

    /** Variables in. */
    public record In(Key releaseKey) {
    }

    private final Releases releases;
    private final PackageFolders folders;

    public PublishReleaseWorker(Releases releases, PackageFolders folders) {
        this.releases = releases;
        this.folders = folders;
    }

    @Override
    public String type() {
        return "project:publish-release:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) throws Exception {
        Release release = releases.get(input.releaseKey());
        switch (release.state()) {
            case RELEASED, WITHDRAWN -> folders.clearQuarantine(release.extractionKey());
            case REJECTED -> throw new Refusal(RefusalCode.AGREEMENT_ENDED);
            case PREPARED -> publish(release);
        }
        return None.INSTANCE;
    }

    private void publish(Release release) throws Exception {
        AuditEvent event = AuditEvent.bySystem(type(), "package-released", release.releaseKey(), Map.of());
        if (!releases.publish(release, files -> folders.publish(release, files), event)) {
            folders.remove(release);
            throw new Refusal(RefusalCode.AGREEMENT_ENDED);
        }
        folders.clearQuarantine(release.extractionKey());
    }
}
