package org.imaginghaven.nlp.rule;

/** A rule file that cannot be used; the message names the rule and what to do. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public RuleException(String message) {
        super(message);
    }
}
