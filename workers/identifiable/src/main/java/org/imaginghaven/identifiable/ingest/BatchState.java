package org.imaginghaven.identifiable.ingest;

import java.util.Locale;

/** Where a batch stands. */
public enum BatchState {
    REGISTERED, PLANNED,
    /** Reported: every file has a state. */
    REPORTED,
    /** Reported: the folder held nothing. */
    EMPTY,
    /** The folder went away between hand-in and walk. */
    FOLDER_MISSING;

    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static BatchState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
