package org.imaginghaven.local;

/** Something that keeps the local stack from running and that a person can do something about. The message is a whole sentence for that person. */
public final class StackProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackProblem(String sentence) {
        super(sentence);
    }

    public StackProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
