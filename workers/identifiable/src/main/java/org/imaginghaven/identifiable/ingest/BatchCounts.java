package org.imaginghaven.identifiable.ingest;

import java.util.Map;

/**
 * How a batch adds up.
 *
 * @param files everything the walk found
 * @param reasons how many files were set aside for each reason
 * @param unmappedPatients provisional patients with files in this batch
 * @param instances rows in the tag store that name this batch: must equal the stored images
 * @param storedTables linked tables loaded; they count as stored without an instance
 */
public record BatchCounts(int files, int pending, int stored, int duplicate, int quarantined, int rejected,
        int unmappedPatients, int instances, int storedTables, Map<String, Integer> reasons) {

    public BatchCounts {
        reasons = Map.copyOf(reasons);
    }

    boolean reconciled() {
        return pending == 0 && files == stored + duplicate + quarantined + rejected
                && instances == stored - storedTables;
    }
}
