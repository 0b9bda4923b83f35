package org.imaginghaven.gate.extract;

import java.util.Locale;

/** Where a requested file stands. */
enum FileState {
    PENDING, DEIDENTIFIED, FLAGGED, REJECTED, FAILED, UNMATCHED, RELEASED, WITHDRAWN;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
