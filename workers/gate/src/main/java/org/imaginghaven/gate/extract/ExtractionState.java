package org.imaginghaven.gate.extract;

import java.util.Locale;

/** Where an extraction stands. */
public enum ExtractionState {
    PLANNED, EXTRACTING, IN_REVIEW, VERIFIED, SUSPENDED, FAILED, EMPTY;

    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ExtractionState of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
