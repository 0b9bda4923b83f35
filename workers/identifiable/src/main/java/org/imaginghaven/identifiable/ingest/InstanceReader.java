package org.imaginghaven.identifiable.ingest;

import java.nio.file.Path;
import java.util.Optional;

/** Reads a file's tags without its pixels. */
@FunctionalInterface
interface InstanceReader {

    /** Never throws for what a file holds: that is a {@link Reading.Unreadable}. */
    Reading read(Path file);

    /** What reading gave. */
    sealed interface Reading {

        /**
         * @param facts empty when the object lacks the UIDs of an instance
         * @param tags every element in the DICOM JSON model (PS3.18 Annex F), bulk data left out
         */
        record Tags(Optional<InstanceFacts> facts, String tags) implements Reading {
        }

        record Unreadable(QuarantineReason reason) implements Reading {
        }
    }
}
