package org.imaginghaven.gate.extract;

import org.jspecify.annotations.Nullable;

/**
 * What became of a requested file.
 *
 * @param reason a word in capitals; null when it was de-identified
 * @param output path below the package's files, with forward slashes
 * @param sha256 of the output, in hexadecimal
 */
record ExtractedFile(String item, FileState state, @Nullable String reason, @Nullable String output,
        @Nullable String sha256, long size, @Nullable String promotion) {

    static ExtractedFile without(String item, FileState state, String reason) {
        return new ExtractedFile(item, state, reason, null, null, 0, null);
    }
}
