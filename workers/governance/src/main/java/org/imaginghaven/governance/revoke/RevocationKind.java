package org.imaginghaven.governance.revoke;

/** What access is taken back from, or for whom; the subject of each is an opaque key, or a data controller's code. */
public enum RevocationKind {
    PROJECT, PATIENT, TAG, IMAGE_TYPE, CONTROLLER, AGREEMENT
}
