package org.imaginghaven.dicom.policy;

/** A policy or rule file that cannot be used: one sentence that names the line and what to do. */
public final class PolicyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PolicyException(String source, int line, String sentence) {
        super(source + ", line " + line + ": " + sentence);
    }

    public PolicyException(String sentence) {
        super(sentence);
    }
}
