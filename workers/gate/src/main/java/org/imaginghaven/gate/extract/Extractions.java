package org.imaginghaven.gate.extract;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Extractions and the state of each of their files. */
interface Extractions {

    void register(Key extraction, Key agreement, String by, AuditEvent event);

    Extraction find(Key extraction);

    /**
     * Writes down once what is requested: the files of the agreement's cohort, as it was frozen, of the controllers that
     * agreed, each with the pseudonym of its patient; and a row for each file the cohort counted that is no longer there.
     *
     * @return files there are to extract
     */
    int plan(Extraction extraction, int chunkFiles, AuditEvent event);

    List<Integer> openChunks(Key extraction);

    List<SourceFile> pending(Key extraction, int chunk, String afterItem, int limit);

    /** Keeps what became of files that are still pending; others are left, so that two deliveries agree. */
    void settle(Key extraction, List<ExtractedFile> files);

    void note(AuditEvent event);

    ExtractionCounts count(Key extraction);

    /** De-identified files: what has to be on disk. */
    List<PackagedFile> packaged(Key extraction);

    /** A file of the package. */
    record PackagedFile(String item, String output, String sha256, long size) {
    }

    /** Files on disk turned out to differ from their rows, or are gone. */
    void fail(Key extraction, Collection<String> items, String reason, AuditEvent event);

    List<ExtractionDesk.FlaggedFiles> flagged(Key extraction);

    void flaggedTo(Key extraction, FileState state, AuditEvent event);

    /** Rejects every file that has not left the gate, for one reason. */
    void reject(Key extraction, String reason, AuditEvent event);

    /**
     * Rejects the files of patients who opted out.
     *
     * @return the outputs that have to be deleted; also those of an earlier call that may not have got so far
     */
    List<String> rejectOptedOut(Key extraction, AuditEvent event);

    /** Does nothing to an extraction that ended. */
    void moveTo(Key extraction, ExtractionState state, AuditEvent event);

    /** Rows of the metadata table, in the order of their paths; the first is the header. */
    List<List<String>> metadata(Key extraction);

    /** The 32 bytes all pseudonyms of a project come from; empty once destroyed. */
    Optional<byte[]> secret(Key project);
}
