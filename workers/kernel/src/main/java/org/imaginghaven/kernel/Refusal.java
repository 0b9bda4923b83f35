package org.imaginghaven.kernel;

/**
 * A business refusal that the process handles on a path of its own, as opposed to a fault, which is retried.
 *
 * <p>Carries a code and nothing else, so that no value can travel with it.
 */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public Refusal(RefusalCode code) {
        super(code.name());
        this.code = code;
    }

    public RefusalCode code() {
        return code;
    }
}
