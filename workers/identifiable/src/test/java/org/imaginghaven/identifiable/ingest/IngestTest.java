package org.imaginghaven.identifiable.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.imaginghaven.identifiable.ingest.SampleArchive.CHI_A;
import static org.imaginghaven.identifiable.ingest.SampleArchive.CHI_B;
import static org.imaginghaven.identifiable.ingest.SampleArchive.NHS;
import static org.imaginghaven.identifiable.ingest.SampleArchive.ct;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.identifiable.ingest.ApplyQuarantineReviewWorker.QuarantineDecision;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.JobContext;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.Refusal;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class IngestTest {

    private static final JobContext CONTEXT = new JobContext(1, "identifiable-ingest-batch", "x", 2);

    @TempDir
    Path root;
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient sql = JdbcClient.create(database.connect(ZoneRole.IDENTIFIABLE));
    private IdentifiableZone zone;

    @BeforeEach
    void prepare() {
        JdbcClient owner = JdbcClient.create(database.connect(ZoneRole.OWNER));
        for (String code : List.of("north", "central")) {
            owner.sql("insert into governance.data_controller values (?, ?) on conflict do nothing").param(code)
                    .param(code).update();
        }
        zone = new IdentifiableZone(database.connect(ZoneRole.IDENTIFIABLE),
                new IdentifiableSettings(List.of(root), 3, 2));
    }

    private SampleArchive archive() {
        return new SampleArchive(root.resolve("batch"));
    }

    @Test
    void everyFileOfAMessyFolderEndsInOneStateWithItsReason() throws Exception {
        archive().with("north/a/1.dcm", ct(CHI_A, "1.2.3.1")).with("north/a/copy.dcm", ct(CHI_A, "1.2.3.1"))
                .with("north/a/2.dcm", ct(CHI_A, "1.2.3.2"))
                .with("central/conflict.dcm", ct(CHI_A, "1.2.3.2").set("Rows", 3))
                .with("north/blank.dcm", ct("", "1.2.4.1")).with("north/blank2.dcm", ct("0000000000", "1.2.4.2"))
                .with("north/cut.dcm", ct(CHI_B, "1.2.5.1")).cut("north/cut.dcm", 3)
                .with("north/notes.txt", "just some text that is not DICOM, long enough to be looked at properly")
                .with("north/empty.dcm", "").with("elsewhere/1.dcm", ct(CHI_B, "1.2.6.1"));
        Files.createSymbolicLink(root.resolve("batch/north/link.dcm"), root.resolve("batch/north/a/1.dcm"));

        Key batch = ingested("batch", null);

        BatchCounts counts = zone.ingest().counts(batch);
        assertThat(counts.files()).isEqualTo(11);
        assertThat(counts.stored()).isEqualTo(4);
        assertThat(counts.duplicate()).isEqualTo(1);
        assertThat(counts.reasons()).isEqualTo(Map.of("UID_CONFLICT", 1, "TRUNCATED", 1, "NOT_DICOM", 1, "EMPTY_FILE",
                1, "NOT_A_FILE", 1, "CONTROLLER_UNKNOWN", 1));
        assertThat(counts.unmappedPatients()).as("one study nobody can name").isEqualTo(1);
        assertThat(state("north/a/2.dcm") + state("central/conflict.dcm")).contains("stored", "quarantined");
        assertThat(sql.sql("select tags->'00100010'->'Value'->0->>'Alphabetic' from identifiable.instance limit 1")
                .query(String.class).single()).isEqualTo("PLANTED^NAME");
        assertThat(sql
                .sql("select count(*) from identifiable.instance where tags->'7FE00010'->>'InlineBinary' is not null")
                .query(Long.class).single()).as("no pixels").isZero();
        assertThat(sql.sql("select count(*) from identifiable.image_type").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    void aDefaultControllerTakesWhatNamesNone() throws Exception {
        archive().with("any/1.dcm", ct(CHI_A, "1.2.3.1"));

        ingested("batch", "central");

        assertThat(sql.sql("select controller from identifiable.instance").query(String.class).single())
                .isEqualTo("central");
    }

    @Test
    void secondBatchOfTheSameFilesIsAllDuplicates() throws Exception {
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1")).with("north/2.dcm", ct(CHI_A, "1.2.3.2"));
        ingested("batch", null);

        Key again = ingested("batch", null);

        assertThat(zone.ingest().counts(again).duplicate()).isEqualTo(2);
        assertThat(zone.ingest().counts(again).stored()).isZero();
    }

    @Test
    void jobsDeliveredTwiceAndAtOnceCountOnce() throws Exception {
        SampleArchive archive = archive();
        for (int i = 0; i < 30; i++) {
            archive.with("north/" + i + ".dcm", ct(i % 2 == 0 ? CHI_A : CHI_B, "1.2." + i % 5 + "." + i / 2));
        }
        Key batch = register("batch", null);
        List<Integer> chunks = plan(batch).chunks();
        assertThat(plan(batch).chunks()).as("planning again changes nothing").isEqualTo(chunks).hasSize(10);

        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<?>> jobs = new java.util.ArrayList<>();
            for (int chunk : chunks) {
                for (int delivery = 0; delivery < 2; delivery++) {
                    jobs.add(pool.submit(() -> chunk(batch, chunk)));
                }
            }
            for (Future<?> job : jobs) {
                job.get();
            }
        }

        reconcile(batch);
        BatchCounts counts = zone.ingest().counts(batch);
        assertThat(counts.stored() + counts.duplicate() + counts.quarantined()).isEqualTo(30);
        assertThat(counts.stored()).isEqualTo(counts.instances());
        assertThat(sql.sql("select count(*) from identifiable.patient").query(Long.class).single()).isEqualTo(2);
    }

    @Test
    void aBatchWithWorkLeftIsNotReconciled() throws Exception {
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1"));
        Key batch = register("batch", null);
        plan(batch);

        assertThatThrownBy(() -> reconcile(batch)).isInstanceOf(Refusal.class).hasMessage("NOT_RECONCILED");
    }

    @Test
    void quarantineIsTriedAgainOrRejectedWithItsReasonKept() throws Exception {
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1")).cut("north/1.dcm", 3).with("north/2.txt", "no image here");
        Key batch = ingested("batch", null);
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1"));

        List<Integer> chunks = review(batch, QuarantineDecision.RETRY);
        for (int chunk : chunks) {
            chunk(batch, chunk);
        }
        assertThat(zone.ingest().counts(batch).stored()).isEqualTo(1);
        assertThat(review(batch, QuarantineDecision.REJECT)).isEmpty();

        BatchCounts counts = zone.ingest().counts(batch);
        assertThat(counts.rejected()).isEqualTo(1);
        assertThat(counts.reasons()).isEqualTo(Map.of("NOT_DICOM", 1));
    }

    @Test
    void twoNumbersOfOnePatientAreMergedByDemographicsAndCanBeTakenApart() throws Exception {
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1")).with("north/2.dcm", ct(CHI_B, "1.2.4.1"))
                .with("north/3.dcm", ct("HOSP-77", "1.2.5.1"))
                .with("linked/demographics.csv", "chi,previous_chi,nhs_number,local_id,controller,family_name\n" + CHI_A
                        + "," + CHI_B + "," + NHS + ",HOSP-77,north,PLANTED\n")
                .with("linked/diagnoses.csv", "chi,icd10\n" + CHI_B + ",J18\n");

        Key batch = ingested("batch", null);

        assertThat(eupis()).hasSize(1);
        assertThat(zone.ingest().counts(batch).unmappedPatients()).isZero();
        assertThat(sql.sql("select dataset from identifiable.linked_row where eupi = ? order by 1")
                .param(eupis().getFirst()).query(String.class).list()).containsExactly("demographics", "diagnoses");
        String absorbed = sql.sql("""
                select p.eupi from identifiable.patient p join identifiable.patient_identifier i using (eupi)
                where p.merged_into is not null and i.value = ?""").param(CHI_B).query(String.class).single();

        zone.ingest().unmerge(batch, absorbed, "analyst1");

        assertThat(eupis()).hasSize(2);
        assertThat(sql.sql("select eupi from identifiable.instance where id_value = ?").param(CHI_B)
                .query(String.class).single()).isEqualTo(absorbed);
        assertThat(sql.sql("select eupi from identifiable.linked_row where dataset = 'diagnoses'").query(String.class)
                .single()).isEqualTo(absorbed);
    }

    @Test
    void aBrokenTableNamesFileAndRowAndTheRestIsLoaded() throws Exception {
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1")).with("linked/demographics.csv",
                "chi,family_name,note\n" + CHI_A + ",PLANTED,ok\n" + CHI_B + ",\"PLAN\"TED,x\n" + CHI_B
                        + ",O\"PLANTED,x\n" + CHI_B + ",\"open,x\n" + CHI_B
                        + ",\"Mac \"\"P\"\", x\",y\n1234567890,a,b\n"
                        + CHI_A + ",only two\n");

        Key batch = ingested("batch", null);

        assertThat(zone.ingest().evidence().rows(batch)).extracting(r -> r.row() + " " + r.reason()).containsExactly(
                "3 STRAY_QUOTE", "4 STRAY_QUOTE", "5 STRAY_QUOTE", "7 BAD_IDENTIFIER", "8 WRONG_NUMBER_OF_CELLS");
        assertThat(sql.sql("select content->>'family_name' from identifiable.linked_row order by row_no")
                .query(String.class).list()).containsExactly("PLANTED", "Mac \"P\", x");
    }

    @Test
    void twoPatientsWithARowEachAreNeverMadeOne() throws Exception {
        archive().with("linked/demographics.csv",
                "chi,nhs_number\n" + CHI_A + "," + NHS + "\n" + CHI_B + "," + NHS + "\n");

        Key batch = ingested("batch", null);

        assertThat(zone.ingest().evidence().rows(batch)).extracting(BatchEvidence.AsideRow::reason)
                .containsExactly("CONFLICTING_IDENTIFIERS");
    }

    @Test
    void aPersonSaysWhoAProvisionalPatientIs() throws Exception {
        archive().with("north/1.dcm", ct("", "1.2.3.1"));
        Key batch = ingested("batch", null);
        String provisional = zone.ingest().unmapped(batch).getFirst().eupi();

        assertThat(zone.ingest().propose(batch, provisional, "chi", "0102701230", "analyst1")).isFalse();
        assertThat(zone.ingest().propose(batch, provisional, "chi", CHI_A, "analyst1")).isTrue();
        ApplyMappingsWorker worker = job(ApplyMappingsWorker.class);
        worker.work(new ApplyMappingsWorker.In(batch, ApplyMappingsWorker.MappingDecision.RESOLVED), CONTEXT);
        worker.work(new ApplyMappingsWorker.In(batch, ApplyMappingsWorker.MappingDecision.RESOLVED), CONTEXT);

        assertThat(zone.ingest().counts(batch).unmappedPatients()).isZero();
        assertThat(eupis()).hasSize(1).doesNotContain(provisional);
    }

    @Test
    void foldersThatCannotBeUsedAreNamedInASentence() throws Exception {
        assertThatThrownBy(() -> register("missing", null)).hasMessageContaining("There is no such folder");
        archive().with("north/1.dcm", ct(CHI_A, "1.2.3.1"));
        assertThatThrownBy(() -> register("batch", "nowhere")).hasMessageContaining("Known are: central, north");
        IdentifiableZone elsewhere = new IdentifiableZone(database.connect(ZoneRole.IDENTIFIABLE),
                IdentifiableSettings.of(List.of(root.resolve("other"))));
        assertThatThrownBy(() -> elsewhere.ingest().register(root.resolve("batch"), null, "analyst1"))
                .hasMessageContaining("haven.zones.archive-roots");
        Files.createDirectories(root.resolve("nothing"));
        assertThat(report(ingested("nothing", null))).isEqualTo(BatchState.EMPTY);
    }

    private List<String> eupis() {
        return sql.sql("select distinct eupi from identifiable.instance").query(String.class).list();
    }

    private String state(String path) {
        return sql.sql("select state from identifiable.file where path = ?").param(path).query(String.class).single();
    }

    private <T> T job(Class<T> type) {
        return zone.jobs().stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private Key register(String folder, @org.jspecify.annotations.Nullable String controller) {
        return zone.ingest().register(root.resolve(folder), controller, "analyst1");
    }

    private PlanBatchWorker.Out plan(Key batch) {
        return job(PlanBatchWorker.class).work(new PlanBatchWorker.In(batch), CONTEXT);
    }

    private Job.None chunk(Key batch, int chunk) {
        return job(IngestChunkWorker.class).work(new IngestChunkWorker.In(batch, chunk), CONTEXT);
    }

    private ReconcileBatchWorker.Out reconcile(Key batch) throws Refusal {
        return job(ReconcileBatchWorker.class).work(new ReconcileBatchWorker.In(batch), CONTEXT);
    }

    private List<Integer> review(Key batch, QuarantineDecision decision) {
        return job(ApplyQuarantineReviewWorker.class).work(new ApplyQuarantineReviewWorker.In(batch, decision), CONTEXT)
                .chunks();
    }

    private BatchState report(Key batch) {
        return job(ReportBatchWorker.class).work(new ReportBatchWorker.In(batch), CONTEXT).batchState();
    }

    private Key ingested(String folder, @org.jspecify.annotations.Nullable String controller) throws Refusal {
        Key batch = register(folder, controller);
        for (int chunk : plan(batch).chunks()) {
            chunk(batch, chunk);
        }
        job(LoadLinkedTablesWorker.class).work(new LoadLinkedTablesWorker.In(batch), CONTEXT);
        reconcile(batch);
        return batch;
    }
}
