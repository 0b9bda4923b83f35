package org.imaginghaven.schema;

import java.util.Map;

/** One password for each role; a missing or empty one is refused, so that no role is ever without. */
public record RolePasswords(Map<ZoneRole, String> byRole) {

    public RolePasswords {
        byRole = Map.copyOf(byRole);
        for (ZoneRole role : ZoneRole.values()) {
            if (byRole.getOrDefault(role, "").isBlank()) {
                throw new IllegalArgumentException("haven.database.passwords." + role.zone() + " is missing");
            }
        }
    }

    public String of(ZoneRole role) {
        return byRole.getOrDefault(role, "");
    }

    @Override
    public String toString() {
        return "RolePasswords[hidden]";
    }
}
