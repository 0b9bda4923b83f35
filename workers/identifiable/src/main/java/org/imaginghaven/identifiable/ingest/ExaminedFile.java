package org.imaginghaven.identifiable.ingest;

/** What came out of looking at one file. */
sealed interface ExaminedFile {

    long fileId();

    /**
     * An instance, ready to be filed.
     *
     * @param sha256 digest of the whole file, pixels included
     */
    record Instance(long fileId, String path, long size, byte[] sha256, String controller, PatientIdentifier patient,
            InstanceFacts facts, String tags) implements ExaminedFile {
    }

    record SetAside(long fileId, QuarantineReason reason) implements ExaminedFile {
    }
}
