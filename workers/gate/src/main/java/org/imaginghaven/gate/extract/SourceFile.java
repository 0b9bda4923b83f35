package org.imaginghaven.gate.extract;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A requested file as both zones know it.
 *
 * @param item its name in the extraction
 * @param size bytes when it was ingested
 * @param optedOut the patient does not want to be part of research
 * @param promotion of its class of image, in whatever state; null when the class was never proposed
 * @param pixelAction what the promoted rule of its class says; null when none is active
 * @param image whether it has pixels
 * @param reportText whether it is a structured report whose text was asked for and let go by its data controller
 */
record SourceFile(String item, String eupi, Path path, long size, boolean optedOut, boolean image, boolean reportText,
        @Nullable String promotion, @Nullable String pixelAction) {

    @Override
    public String toString() {
        return "SourceFile[" + item + "]";
    }
}
