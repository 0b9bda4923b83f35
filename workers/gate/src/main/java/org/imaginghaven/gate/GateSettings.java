package org.imaginghaven.gate;

import java.nio.file.Path;

/**
 * @param quarantine folder in which each extraction has one of its own, named by its key
 * @param chunkFiles files in one job
 * @param sampleImages pictures the reviewer of an image type sees
 */
public record GateSettings(Path quarantine, int chunkFiles, int sampleImages) {

    public GateSettings {
        quarantine = quarantine.toAbsolutePath().normalize();
        if (chunkFiles < 1 || sampleImages < 1) {
            throw new IllegalArgumentException("chunkFiles and sampleImages must be at least 1");
        }
    }

    public static GateSettings of(Path quarantine) {
        return new GateSettings(quarantine, 1_000, 8);
    }
}
