package org.imaginghaven.governance.promote;

/** What the first reviewer of a tag or of a pixel sample decided. */
public enum FirstDecision {
    PROMOTE, REFUSE, CLEAN, BLANK_REGIONS
}
