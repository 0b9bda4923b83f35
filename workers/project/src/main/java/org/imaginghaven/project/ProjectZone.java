package org.imaginghaven.project;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.project.release.DiscardReleaseWorker;
import org.imaginghaven.project.release.PrepareReleaseWorker;
import org.imaginghaven.project.release.PublishReleaseWorker;
import org.imaginghaven.project.revoke.WithdrawReleaseWorker;
import org.imaginghaven.project.store.JdbcReleases;
import org.imaginghaven.project.store.PackageFolders;
import org.imaginghaven.project.store.Signer;
import org.imaginghaven.schema.ZoneDatabase;

/** The project zone put together: its jobs for the engine. */
public final class ProjectZone {

    private final List<Job<?, ?>> jobs;

    /** @param source signs in as the role of this zone */
    public ProjectZone(DataSource source, ProjectSettings settings, Clock clock) {
        JdbcReleases releases = new JdbcReleases(new ZoneDatabase(source), clock);
        PackageFolders folders = new PackageFolders(settings.quarantine(), settings.projects(),
                new Signer(settings.secrets()));
        this.jobs = List.of(new PrepareReleaseWorker(releases, folders), new PublishReleaseWorker(releases, folders),
                new DiscardReleaseWorker(releases, folders), new WithdrawReleaseWorker(releases, folders));
    }

    public List<Job<?, ?>> jobs() {
        return jobs;
    }
}
