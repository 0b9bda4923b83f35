package org.imaginghaven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.kernel.RefusalCode;
import org.imaginghaven.project.release.DiscardReleaseWorker;
import org.imaginghaven.project.release.PrepareReleaseWorker;
import org.imaginghaven.project.release.PublishReleaseWorker;
import org.imaginghaven.project.revoke.WithdrawReleaseWorker;
import org.imaginghaven.project.store.JdbcReleases;
import org.imaginghaven.project.store.PackageFolders;
import org.imaginghaven.project.store.Release;
import org.imaginghaven.project.store.Releases;
import org.imaginghaven.project.store.Signer;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A package from quarantine to the project's folder and back, on a real database. */
class ReleaseLifeTest {

    private static final JobContext CONTEXT = new JobContext(1, "project-release-extract", "job", 2);

    private final Key project = Key.random(Key.Kind.PROJECT);
    private final Key agreement = Key.random(Key.Kind.AGREEMENT);
    private final Key extraction = Key.random(Key.Kind.EXTRACTION);

    @TempDir
    private Path folder;
    private TestDatabase database;
    private JdbcClient owner;
    private ProjectZone zone;

    @BeforeEach
    void packageOfThreeFiles() throws Exception {
        database = TestDatabase.fresh();
        owner = JdbcClient.create(database.connect(ZoneRole.OWNER));
        zone = new ProjectZone(database.connect(ZoneRole.PROJECT),
                new ProjectSettings(folder.resolve("quarantine"), folder.resolve("projects"),
                        folder.resolve("secrets")),
                Clock.systemUTC());
        Key request = Key.random(Key.Kind.REQUEST);
        insert("governance.project values (?, 'A', 'lead1')", "project_key, title, lead", project.value());
        insert("governance.request values (?, ?, 'coh-0000000000000000', 'ann')",
                "request_key, project_key, cohort_key, applicant", request.value(), project.value());
        insert("governance.agreement values (?, ?, ?, 'coh-0000000000000000', current_date - 1, current_date + 1)",
                "agreement_key, request_key, project_key, cohort_key, starts_on, ends_on", agreement.value(),
                request.value(), project.value());
        insert("governance.extraction values (?, ?, ?, 'bob')",
                "extraction_key, agreement_key, project_key, started_by", extraction.value(), agreement.value(),
                project.value());
        StringBuilder table = new StringBuilder("file,modality\n");
        for (String name : List.of("P1/a.dcm", "P1/b.dcm", "P2/c.dcm")) {
            table.append(name).append(",CT\n");
            file(name);
        }
        Files.writeString(quarantine().resolve("metadata.csv"), table);
    }

    private void file(String name) throws Exception {
        byte[] content = ("image " + name).getBytes(StandardCharsets.UTF_8);
        Path file = quarantine().resolve("files").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        insert("governance.extraction_file values (?, ?, 'deidentified', ?, ?, ?)",
                "extraction_key, item, state, output_path, size_bytes, sha256", extraction.value(), "item-" + name,
                name,
                content.length, MessageDigest.getInstance("SHA-256").digest(content));
    }

    private void insert(String values, String columns, Object... parameters) {
        int space = values.indexOf(' ');
        owner.sql("insert into " + values.substring(0, space) + " (" + columns + ")" + values.substring(space))
                .params(parameters).update();
    }

    private Path quarantine() {
        return folder.resolve("quarantine").resolve(extraction.value());
    }

    private Path released(Key release) {
        return folder.resolve("projects").resolve(project.value()).resolve(release.value());
    }

    private <I extends Record, O extends Record> O work(String type, I input) throws Exception {
        @SuppressWarnings("unchecked")
        Job<I, O> job = (Job<I, O>) zone.jobs().stream().filter(found -> found.type().equals(type)).findFirst()
                .orElseThrow();
        return job.work(input, CONTEXT);
    }

    private Key prepare() throws Exception {
        PrepareReleaseWorker.Out out = work("project:prepare-release:1", new PrepareReleaseWorker.In(extraction));
        return out.releaseKey();
    }

    private Key publish() throws Exception {
        Key release = prepare();
        work("project:publish-release:1", new PublishReleaseWorker.In(release));
        return release;
    }

    private long files(String state) {
        return owner.sql("select count(*) from governance.extraction_file where state = ?").param(state)
                .query(Long.class).single();
    }

    private static List<String> filesBelow(Path folder) throws Exception {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted().toList();
        }
    }

    @Test
    void aPublishedPackageIsWholeSignedAndGoneFromQuarantine() throws Exception {
        Key release = publish();

        assertThat(filesBelow(released(release))).containsExactly("files/P1/a.dcm", "files/P1/b.dcm", "files/P2/c.dcm",
                "manifest.json", "manifest.sig", "metadata.csv", "release-signing.pub");
        assertThat(files("released")).isEqualTo(3);
        assertThat(quarantine()).doesNotExist();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(
                Base64.getDecoder()
                        .decode(Files.readString(released(release).resolve("release-signing.pub")).strip()))));
        signature.update(Files.readAllBytes(released(release).resolve("manifest.json")));
        assertThat(signature.verify(Base64.getDecoder()
                .decode(Files.readString(released(release).resolve("manifest.sig")).strip()))).isTrue();
    }

    @Test
    void everyJobMayComeTwice() throws Exception {
        Key release = prepare();
        assertThat(prepare()).isEqualTo(release);
        work("project:publish-release:1", new PublishReleaseWorker.In(release));
        work("project:publish-release:1", new PublishReleaseWorker.In(release));

        assertThat(files("released")).isEqualTo(3);
        assertThat(owner.sql("select count(*) from governance.audit_entry where action = 'package-released'")
                .query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void aFileThatChangedInQuarantineStaysBehindWithItsReason() throws Exception {
        Files.writeString(quarantine().resolve("files/P1/a.dcm"), "image P1/x.dcm");
        PrepareReleaseWorker.Out out = work("project:prepare-release:1", new PrepareReleaseWorker.In(extraction));
        work("project:publish-release:1", new PublishReleaseWorker.In(out.releaseKey()));

        assertThat(out.releaseFiles()).isEqualTo(2);
        assertThat(filesBelow(released(out.releaseKey()))).doesNotContain("files/P1/a.dcm");
        assertThat(owner.sql("select reason from governance.extraction_file where state = 'failed'")
                .query(String.class).list()).containsExactly("CHANGED_IN_QUARANTINE");
    }

    @Test
    void nothingIsPublishedOnceTheAgreementEnded() throws Exception {
        Key release = prepare();
        owner.sql("update governance.agreement set ends_on = current_date - 1").update();

        assertThatThrownBy(() -> work("project:publish-release:1", new PublishReleaseWorker.In(release)))
                .isInstanceOfSatisfying(Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.AGREEMENT_ENDED));
        assertThat(filesBelow(folder.resolve("projects"))).isEmpty();
        assertThat(files("released")).isZero();
    }

    @Test
    void aDiscardedPackageStaysInTheReportAsRejected() throws Exception {
        Key release = prepare();
        work("project:discard-release:1", new DiscardReleaseWorker.In(extraction, release));

        assertThat(files("rejected")).isEqualTo(3);
        assertThat(quarantine()).doesNotExist();
    }

    @Test
    void oneDecisionTakesBackExactlyItsFiles() throws Exception {
        Key release = publish();
        Key revocation = revocation(release);
        for (String item : List.of("item-P1/a.dcm", "item-P1/b.dcm")) {
            insert("governance.revocation_item values (?, ?, ?)", "revocation_key, release_key, item",
                    revocation.value(), release.value(), item);
        }
        work("project:withdraw-release:1", new WithdrawReleaseWorker.In(revocation, release));
        work("project:withdraw-release:1", new WithdrawReleaseWorker.In(revocation, release));

        assertThat(filesBelow(released(release))).containsExactly("files/P2/c.dcm", "manifest.json", "manifest.sig",
                "metadata.csv", "release-signing.pub");
        assertThat(Files.readString(released(release).resolve("metadata.csv")))
                .isEqualTo("file,modality\nP2/c.dcm,CT\n");
        assertThat(Files.readString(released(release).resolve("manifest.json"))).doesNotContain("P1/");
        assertThat(owner.sql("select files_before || ' ' || files_removed || ' ' || files_after"
                + " from governance.revocation_release").query(String.class).single()).isEqualTo("3 2 1");
    }

    @Test
    void aStopBetweenTheTwoMovesIsMadeGood() throws Exception {
        Key release = publish();
        Key revocation = revocation(release);
        insert("governance.revocation_item values (?, ?, ?)", "revocation_key, release_key, item", revocation.value(),
                release.value(), "item-P2/c.dcm");
        Path aside = Files.createDirectories(folder.resolve("projects/.aside"));
        Files.move(released(release), aside.resolve(release.value() + "-withdrawn"));

        work("project:withdraw-release:1", new WithdrawReleaseWorker.In(revocation, release));

        assertThat(filesBelow(released(release))).contains("files/P1/a.dcm", "files/P1/b.dcm")
                .doesNotContain("files/P2/c.dcm");
        assertThat(filesBelow(aside)).isEmpty();
    }

    @Test
    void twoRevocationsOfOneReleaseAtOnceBothHold() throws Exception {
        Key release = publish();
        Key first = revocation(release);
        Key second = revocation(release);
        for (var decided : Map.of(first, "item-P1/a.dcm", second, "item-P2/c.dcm").entrySet()) {
            insert("governance.revocation_item values (?, ?, ?)", "revocation_key, release_key, item",
                    decided.getKey().value(), release.value(), decided.getValue());
        }
        CompletableFuture<Object> other = new CompletableFuture<>();
        Releases releases = new JdbcReleases(new ZoneDatabase(database.connect(ZoneRole.PROJECT)), Clock.systemUTC());
        PackageFolders folders = new PackageFolders(folder.resolve("quarantine"), folder.resolve("projects"),
                new Signer(folder.resolve("secrets")));
        Release taken = releases.get(release);

        releases.withdraw(first, taken, files -> {
            other.completeAsync(() -> withdraw(second, release));
            awaitSomebodyHeldBack();
            folders.keepOnly(taken, files);
        }, AuditEvent.bySystem("test", "files-withdrawn", release, Map.of()));
        other.get(30, TimeUnit.SECONDS);

        assertThat(filesBelow(released(release).resolve("files"))).containsExactly("P1/b.dcm");
        assertThat(owner.sql("select files from governance.release").query(Integer.class).single()).isEqualTo(1);
    }

    private Object withdraw(Key revocation, Key release) {
        try {
            return work("project:withdraw-release:1", new WithdrawReleaseWorker.In(revocation, release));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitSomebodyHeldBack() {
        for (int tries = 0; tries < 600; tries++) {
            if (owner.sql("select exists (select 1 from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class).single()) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
        throw new AssertionError("the second revocation did not wait for the first");
    }

    @Test
    void whatIsLeftIsNotWrittenAgain() throws Exception {
        Key release = publish();
        Object before = Files.getAttribute(released(release).resolve("files/P2/c.dcm"), "unix:ino");
        Key revocation = revocation(release);
        insert("governance.revocation_item values (?, ?, ?)", "revocation_key, release_key, item", revocation.value(),
                release.value(), "item-P1/a.dcm");

        work("project:withdraw-release:1", new WithdrawReleaseWorker.In(revocation, release));

        assertThat(Files.getAttribute(released(release).resolve("files/P2/c.dcm"), "unix:ino")).isEqualTo(before);
    }

    @Test
    void aWithdrawalThatCannotKeepTheRestTakesAllOutOfReach() throws Exception {
        Key release = publish();
        Path other = released(release).resolve("files/P2/c.dcm");
        byte[] whole = Files.readAllBytes(other);
        Files.writeString(other, "written over");
        Key revocation = revocation(release);
        insert("governance.revocation_item values (?, ?, ?)", "revocation_key, release_key, item", revocation.value(),
                release.value(), "item-P1/a.dcm");
        WithdrawReleaseWorker.In decision = new WithdrawReleaseWorker.In(revocation, release);

        assertThatThrownBy(() -> work("project:withdraw-release:1", decision))
                .isInstanceOf(IllegalStateException.class);
        assertThat(released(release)).doesNotExist();

        Files.write(folder.resolve("projects/.aside/" + release.value() + "-withdrawn/files/P2/c.dcm"), whole);
        work("project:withdraw-release:1", decision);
        assertThat(filesBelow(released(release))).contains("files/P1/b.dcm", "files/P2/c.dcm")
                .doesNotContain("files/P1/a.dcm");
    }

    @Test
    void aRevokedProjectHasNothingLeft() throws Exception {
        Key release = publish();
        work("project:withdraw-release:1", new WithdrawReleaseWorker.In(revocation(release), release));

        assertThat(filesBelow(folder.resolve("projects"))).isEmpty();
        assertThat(files("withdrawn")).isEqualTo(3);
        assertThat(owner.sql("select state from governance.release").query(String.class).single())
                .isEqualTo("withdrawn");
    }

    private Key revocation(Key release) {
        Key revocation = Key.random(Key.Kind.REVOCATION);
        insert("governance.revocation values (?, 'project', ?, 'ivy')", "revocation_key, kind, subject, requested_by",
                revocation.value(), project.value());
        insert("governance.revocation_release values (?, ?)", "revocation_key, release_key", revocation.value(),
                release.value());
        return revocation;
    }
}
