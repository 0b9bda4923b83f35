/**
 * Ingest: files into the tag store. Start reading at {@link PlanBatchWorker}, then {@link IngestChunkWorker}; the
 * patient behind a file is found by {@link PatientIdentifiers}.
 */
@NullMarked
package org.imaginghaven.identifiable.ingest;

import org.jspecify.annotations.NullMarked;
