package org.imaginghaven.governance.approve;

/** What all decisions together mean. */
public enum ApprovalOutcome {
    APPROVED, PARTIAL, REFUSED, RETURNED
}
