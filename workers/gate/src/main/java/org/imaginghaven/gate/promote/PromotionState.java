package org.imaginghaven.gate.promote;

import java.util.Locale;

/** Where a promotion stands; only an active one lets anything out. */
enum PromotionState {
    PROPOSED, ACTIVE, REFUSED, SUSPENDED, SUPERSEDED;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
