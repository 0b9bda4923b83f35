package org.imaginghaven.identifiable.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Job;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;
import org.jspecify.annotations.Nullable;

/** Where people hand in batches and look at them, and where the workers of the verb come from. */
public final class IngestDesk {

    private final IdentifiableSettings settings;
    private final BatchStore batches;
    private final TagStore tags;
    private final LinkedTables tables;
    private final Mappings mappings;
    private final BatchEvidence evidence;

    public IngestDesk(ZoneDatabase database, IdentifiableSettings settings) {
        JdbcPatients patients = new JdbcPatients(database);
        this.settings = settings;
        this.batches = new JdbcBatchStore(database);
        this.tags = new JdbcTagStore(database, patients);
        this.tables = new JdbcLinkedTables(database, patients);
        this.mappings = new JdbcMappings(database, patients);
        this.evidence = new BatchEvidence(database);
    }

    public List<Job<?, ?>> jobs() {
        return List.of(new PlanBatchWorker(batches, settings),
                new IngestChunkWorker(batches, tags, new DicomInstanceReader(), settings),
                new LoadLinkedTablesWorker(batches, tables), new ReconcileBatchWorker(batches),
                new ApplyMappingsWorker(mappings), new ApplyQuarantineReviewWorker(batches),
                new ReportBatchWorker(batches));
    }

    /**
     * Hands in a folder.
     *
     * @param defaultController code of the data controller of files whose folder names none
     * @throws IllegalArgumentException with a sentence for the person when the folder or the code cannot be used
     */
    public Key register(Path folder, @Nullable String defaultController, String username) {
        Path real = usable(folder);
        if (defaultController != null && !tags.controllers().contains(defaultController)) {
            throw new IllegalArgumentException("There is no data controller of that code. Known are: "
                    + String.join(", ", new TreeSet<>(tags.controllers())) + ".");
        }
        Key key = Key.random(Key.Kind.BATCH);
        batches.register(new Batch(key, real, defaultController, username, BatchState.REGISTERED),
                new AuditEvent(username, "batch-registered", key.value(), null, Map.of()));
        return key;
    }

    private Path usable(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no such folder on the machine of the workers: " + folder);
        }
        if (!Files.isReadable(folder)) {
            throw new IllegalArgumentException("The workers may not read this folder: " + folder);
        }
        try {
            Path real = folder.toRealPath();
            for (Path root : settings.archiveRoots()) {
                if (Files.isDirectory(root) && real.startsWith(root.toRealPath())) {
                    return real;
                }
            }
        } catch (java.io.IOException e) {
            throw new IllegalArgumentException("This folder cannot be opened: " + folder, e);
        }
        throw new IllegalArgumentException("This folder is not in the archive: " + folder
                + ". Put it below one of haven.zones.archive-roots, or add its root to that setting.");
    }

    public BatchState state(Key batch) {
        return batches.find(batch).state();
    }

    public BatchCounts counts(Key batch) {
        return batches.count(batch);
    }

    public BatchEvidence evidence() {
        return evidence;
    }

    /** Provisional patients of a batch, for the person who resolves them. */
    public List<UnmappedPatient> unmapped(Key batch) {
        return mappings.unmapped(batch).stream()
                .map(p -> new UnmappedPatient(p.eupi(), p.source(), p.files(), p.studies()))
                .toList();
    }

    /** A patient nobody could name: how much there is of them. */
    public record UnmappedPatient(String eupi, String source, int files, int studies) {
    }

    /**
     * Notes who a provisional patient is; the process applies it when the task is completed.
     *
     * @param source {@code chi}, {@code nhs} or {@code local:<controller>}
     * @return false when the text is no identifier of that source: its check digit may fail
     */
    public boolean propose(Key batch, String eupi, String source, String value, String username) {
        var holder = PatientIdentifiers.parseAs(source, value);
        holder.ifPresent(id -> mappings.propose(batch, eupi, id, username,
                new AuditEvent(username, "mapping-proposed", batch.value(), null, Map.of())));
        return holder.isPresent();
    }

    /** Takes a merge back: its files go to the provisional patient again. */
    public void unmerge(Key batch, String eupi, String username) {
        mappings.unmerge(eupi, username, new AuditEvent(username, "mapping-undone", batch.value(), null, Map.of()));
    }
}
