package org.imaginghaven.kernel;

/** Every BPMN error a worker may throw. The processes catch these names; nothing else is thrown into a process. */
public enum RefusalCode {
    /** Requested, released, rejected, failed and unmatched do not add up. */
    NOT_RECONCILED,
    /** The cohort matches nothing, so there is nothing to request or to extract. */
    COHORT_EMPTY,
    /** No data controller is responsible for any of the cohort: nobody could approve it. */
    NO_CONTROLLERS,
    /** The person who completed the task may not, because of something they did before. */
    SEPARATION_OF_DUTIES,
    /** The person who completed the task is not in the group it was meant for. */
    NOT_ENTITLED,
    /** The agreement has ended, was revoked or never came into force. */
    AGREEMENT_ENDED,
    /** Something that had to be removed is still there. */
    REVOCATION_INCOMPLETE,
    /** A text that a person wrote holds something that may identify a patient; it was not kept. */
    TEXT_IDENTIFIES
}
