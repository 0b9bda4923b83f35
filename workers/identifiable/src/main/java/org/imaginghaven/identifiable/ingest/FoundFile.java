package org.imaginghaven.identifiable.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Something the walk met.
 *
 * @param path relative to the batch folder, with forward slashes
 * @param size bytes; -1 when it could not be asked
 * @param problem why it can be set aside without opening it
 */
record FoundFile(String path, long size, @Nullable QuarantineReason problem) {

    private static final String LINKED_FOLDER = "linked/";

    /** CSV files in the folder {@code linked} of a batch are tables, not images. */
    boolean isLinkedTable() {
        return path.startsWith(LINKED_FOLDER) && path.endsWith(".csv");
    }
}
