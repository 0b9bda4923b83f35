package org.imaginghaven.governance.approve;

/** What a data controller decided; {@link #LAPSE} when nobody did in time, which counts as a refusal. */
public enum ControllerDecision {
    APPROVE, APPROVE_WITH_CONDITIONS, REFUSE, RETURN, LAPSE;

    public boolean approves() {
        return switch (this) {
            case APPROVE, APPROVE_WITH_CONDITIONS -> true;
            case REFUSE, RETURN, LAPSE -> false;
        };
    }
}
