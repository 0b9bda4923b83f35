package org.imaginghaven.governance.promote;

/** What the second reviewer of a tag or of a pixel rule decided. */
public enum SecondDecision {
    PROMOTE, REFUSE, APPROVE, RETURN
}
