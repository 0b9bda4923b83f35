package org.imaginghaven.identifiable;

import java.nio.file.Path;
import java.util.List;

/**
 * @param archiveRoots folders a batch may lie in; nothing outside them is ever read
 * @param chunkFiles files in one job
 * @param transactionFiles files in one transaction; bounds the memory of a job
 */
public record IdentifiableSettings(List<Path> archiveRoots, int chunkFiles, int transactionFiles) {

    public IdentifiableSettings {
        archiveRoots = archiveRoots.stream().map(root -> root.toAbsolutePath().normalize()).toList();
        if (chunkFiles < 1 || transactionFiles < 1) {
            throw new IllegalArgumentException("chunkFiles and transactionFiles must be at least 1");
        }
    }

    public static IdentifiableSettings of(List<Path> archiveRoots) {
        return new IdentifiableSettings(archiveRoots, 1_000, 100);
    }
}
