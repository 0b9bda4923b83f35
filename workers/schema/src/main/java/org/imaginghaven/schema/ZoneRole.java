package org.imaginghaven.schema;

import java.util.Locale;

/** The database roles: one for each zone, and the owner, who migrates and is used for nothing else. */
public enum ZoneRole {
    OWNER, IDENTIFIABLE, GATE, GOVERNANCE, PROJECT, SEARCH;

    /** The name of the role in PostgreSQL, for example {@code haven_gate}. */
    public String username() {
        return "haven_" + zone();
    }

    /** The name of the zone as settings write it, for example {@code gate}. */
    public String zone() {
        return name().toLowerCase(Locale.ROOT);
    }
}
