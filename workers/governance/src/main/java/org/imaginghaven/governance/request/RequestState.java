package org.imaginghaven.governance.request;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Where a request stands, and where it can go from there. The table is the rule; the store refuses anything else. */
public enum RequestState {
    DRAFT, SUBMITTED, IN_TRIAGE, RETURNED, IN_APPROVAL, APPROVED, REFUSED, WITHDRAWN, LAPSED;

    private static final Map<RequestState, Set<RequestState>> NEXT = new EnumMap<>(Map.of(
            DRAFT, EnumSet.of(SUBMITTED, REFUSED, WITHDRAWN),
            SUBMITTED, EnumSet.of(IN_TRIAGE, WITHDRAWN),
            IN_TRIAGE, EnumSet.of(IN_APPROVAL, RETURNED, REFUSED, WITHDRAWN),
            RETURNED, EnumSet.of(SUBMITTED, LAPSED, WITHDRAWN),
            IN_APPROVAL, EnumSet.of(APPROVED, REFUSED, RETURNED, WITHDRAWN),
            APPROVED, EnumSet.noneOf(RequestState.class),
            REFUSED, EnumSet.noneOf(RequestState.class),
            WITHDRAWN, EnumSet.noneOf(RequestState.class),
            LAPSED, EnumSet.noneOf(RequestState.class)));

    public Set<RequestState> next() {
        return Set.copyOf(NEXT.getOrDefault(this, Set.of()));
    }

    public boolean mayBecome(RequestState state) {
        return next().contains(state);
    }

    public boolean isFinal() {
        return next().isEmpty();
    }
}
