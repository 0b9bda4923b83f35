package org.imaginghaven.identifiable.ingest;

import java.util.Locale;

/** Where a file of a batch stands; every file found is in exactly one of them. */
enum FileState {
    PENDING, STORED, DUPLICATE, QUARANTINED, REJECTED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
