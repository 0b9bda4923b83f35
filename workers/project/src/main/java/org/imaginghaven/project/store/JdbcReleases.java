package org.imaginghaven.project.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/** {@link Releases} in PostgreSQL, as role {@code haven_project}. */
public final class JdbcReleases implements Releases {

    private static final String RELEASE = """
            select release_key, extraction_key, project_key, agreement_key, state from governance.release""";

    private final ZoneDatabase database;
    private final Clock clock;

    public JdbcReleases(ZoneDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean isAgreementInForce(Key extractionKey) {
        return database.sql().sql("""
                select exists (select 1 from governance.extraction e join governance.agreement a using (agreement_key)
                    join governance.project p on p.project_key = a.project_key
                    where e.extraction_key = :key and a.state = 'active' and a.starts_on <= :today
                        and a.ends_on > :today and p.state not in ('ended', 'revoked'))
                """).param("key", extractionKey.value()).param("today", LocalDate.now(clock)).query(Boolean.class)
                .single();
    }

    @Override
    public Release prepare(Key extractionKey, AuditEvent event) {
        database.changed(() -> database.sql().sql("""
                insert into governance.release (release_key, extraction_key, project_key, agreement_key)
                select :release, extraction_key, project_key, agreement_key from governance.extraction
                where extraction_key = :key on conflict (extraction_key) do nothing""")
                .param("release", Key.random(Key.Kind.RELEASE).value()).param("key", extractionKey.value()).update(),
                rows -> rows == 1 ? event : null);
        return ofExtraction(extractionKey).orElseThrow(() -> new NoSuchElementException("no such extraction"));
    }

    @Override
    public Optional<Release> ofExtraction(Key extractionKey) {
        return database.sql().sql(RELEASE + " where extraction_key = :key").param("key", extractionKey.value())
                .query(JdbcReleases::release).optional();
    }

    @Override
    public Release get(Key releaseKey) {
        return database.sql().sql(RELEASE + " where release_key = :key").param("key", releaseKey.value())
                .query(JdbcReleases::release).optional()
                .orElseThrow(() -> new NoSuchElementException("no such release"));
    }

    private static Release release(ResultSet row, int number) throws SQLException {
        return new Release(new Key(row.getString(1)), new Key(row.getString(2)), new Key(row.getString(3)),
                new Key(row.getString(4)), Release.State.valueOf(row.getString(5).toUpperCase(Locale.ROOT)));
    }

    @Override
    public List<PackagedFile> deidentified(Key extractionKey) {
        return files(extractionKey, "deidentified");
    }

    private List<PackagedFile> files(Key extractionKey, String state) {
        return database.sql().sql("""
                select item, output_path, size_bytes, sha256 from governance.extraction_file
                where extraction_key = :key and state = :state order by output_path""")
                .param("key", extractionKey.value()).param("state", state)
                .query((row, number) -> new PackagedFile(row.getString(1), row.getString(2), row.getLong(3),
                        HexFormat.of().formatHex(row.getBytes(4))))
                .list();
    }

    @Override
    public void fail(Key extractionKey, PackagedFile file, AuditEvent event) {
        database.change(event, () -> move(extractionKey, file, "deidentified", "failed", "CHANGED_IN_QUARANTINE"));
    }

    private int move(Key extractionKey, PackagedFile file, String from, String to, String reason) {
        return database.sql().sql("""
                update governance.extraction_file set state = :to, reason = coalesce(nullif(:reason, ''), reason)
                where extraction_key = :key and item = :item and state = :from""").param("to", to)
                .param("reason", reason).param("key", extractionKey.value()).param("item", file.item())
                .param("from", from).update();
    }

    @Override
    public boolean publish(Release release, Placing placing, AuditEvent event) throws IOException {
        try {
            return database.changed(() -> {
                database.hold(release.extractionKey().value());
                return isAgreementInForce(release.extractionKey()) ? place(release, placing) : -1;
            }, files -> files < 0 ? null : counted(event, files)) >= 0;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static AuditEvent counted(AuditEvent event, int files) {
        return new AuditEvent(event.actor(), event.action(), event.subject(), event.evidence(),
                Map.of("files", Integer.toString(files)));
    }

    private int place(Release release, Placing placing) {
        List<PackagedFile> files = deidentified(release.extractionKey());
        byte[] manifest;
        try {
            manifest = placing.place(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int moved = database.sql().sql("""
                update governance.extraction_file set state = 'released'
                where extraction_key = :key and state = 'deidentified'""")
                .param("key", release.extractionKey().value()).update();
        if (moved != files.size()) {
            throw new IllegalStateException("a file of the package was withheld while it was published");
        }
        database.sql().sql("""
                update governance.release set state = 'released', files = :files, manifest_sha256 = :digest,
                    released_at = now() where release_key = :key""").param("files", moved).param("digest", manifest)
                .param("key", release.releaseKey().value()).update();
        return moved;
    }

    @Override
    public void reject(Key extractionKey, AuditEvent event) {
        database.changed(() -> {
            int files = database.sql().sql("""
                    update governance.extraction_file set state = 'rejected', reason = 'RELEASE_REFUSED'
                    where extraction_key = :key and state = 'deidentified'""").param("key", extractionKey.value())
                    .update();
            return files + database.sql().sql("""
                    update governance.release set state = 'rejected'
                    where extraction_key = :key and state = 'prepared'""").param("key", extractionKey.value())
                    .update();
        }, rows -> rows > 0 ? event : null);
    }

    @Override
    public void withdraw(Key revocationKey, Release release, Keeping keeping, AuditEvent event) throws IOException {
        try {
            database.changed(() -> {
                database.hold(release.extractionKey().value());
                return isWithdrawn(revocationKey, release)
                        ? Optional.<Taken>empty()
                        : Optional.of(takeBack(revocationKey, release, keeping));
            }, taken -> taken.map(files -> files.in(event, revocationKey)).orElse(null));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private boolean isWithdrawn(Key revocationKey, Release release) {
        return database.sql().sql("""
                select state = 'withdrawn' from governance.revocation_release
                where revocation_key = :revocation and release_key = :release""")
                .param("revocation", revocationKey.value()).param("release", release.releaseKey().value())
                .query(Boolean.class).optional().orElse(false);
    }

    private Set<String> itemsToWithdraw(Key revocationKey, Release release) {
        return new HashSet<>(database.sql().sql("""
                select item from governance.revocation_item
                where revocation_key = :revocation and release_key = :release""")
                .param("revocation", revocationKey.value()).param("release", release.releaseKey().value())
                .query(String.class).list());
    }

    /** Files of a release before a revocation and those it took back. */
    private record Taken(int before, int gone) {

        AuditEvent in(AuditEvent event, Key revocationKey) {
            return new AuditEvent(event.actor(), event.action(), event.subject(), event.evidence(),
                    Map.of("before", Integer.toString(before), "removed", Integer.toString(gone), "revocation",
                            revocationKey.value()));
        }
    }

    private Taken takeBack(Key revocationKey, Release release, Keeping keeping) {
        List<PackagedFile> before = files(release.extractionKey(), "released");
        Set<String> items = itemsToWithdraw(revocationKey, release);
        Map<Boolean, List<PackagedFile>> going = before.stream()
                .collect(Collectors.partitioningBy(file -> items.isEmpty() || items.contains(file.item())));
        List<PackagedFile> gone = going.get(true);
        List<PackagedFile> kept = going.get(false);
        try {
            keeping.keepOnly(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gone.forEach(file -> move(release.extractionKey(), file, "released", "withdrawn", "REVOKED"));
        database.sql().sql("""
                update governance.release set files = :after,
                    state = case when :after = 0 then 'withdrawn' else state end where release_key = :key""")
                .param("after", kept.size()).param("key", release.releaseKey().value()).update();
        database.sql().sql("""
                update governance.revocation_release set state = 'withdrawn', files_before = :before,
                    files_removed = :gone, files_after = :after
                where revocation_key = :revocation and release_key = :release""").param("before", before.size())
                .param("gone", gone.size()).param("after", kept.size()).param("revocation", revocationKey.value())
                .param("release", release.releaseKey().value()).update();
        return new Taken(before.size(), gone.size());
    }
}
