package org.imaginghaven.project.release;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.project.store.PackageFolders;
import org.imaginghaven.project.store.Release;
import org.imaginghaven.project.store.Releases;
import org.jspecify.annotations.Nullable;

/** Drops a package that may not go; its files stay in the report, as rejected. */
public final class DiscardReleaseWorker implements Job<DiscardReleaseWorker.In, Job.None> {

    /** Variables in; there is no release when the agreement had ended before one was prepared. */
    public record In(Key extractionKey, @Nullable Key releaseKey) {
    }

    private final Releases releases;
    private final PackageFolders folders;

    public DiscardReleaseWorker(Releases releases, PackageFolders folders) {
        this.releases = releases;
        this.folders = folders;
    }

    @Override
    public String type() {
        return "project:discard-release:1";
    }

    @Override
    public Class<In> input() {
        return In.class;
    }

    @Override
    public None work(In input, JobContext context) throws IOException {
        Optional<Release> release = releases.ofExtraction(input.extractionKey());
        if (release.map(Release::state).filter(Release.State.RELEASED::equals).isPresent()) {
            // what researchers have already is taken back by a revocation, which counts and certifies it
            return None.INSTANCE;
        }
        releases.reject(input.extractionKey(),
                AuditEvent.bySystem(type(), "package-discarded", input.extractionKey(), Map.of()));
        if (release.isPresent()) {
            folders.remove(release.get());
        }
        folders.clearQuarantine(input.extractionKey());
        return None.INSTANCE;
    }
}
