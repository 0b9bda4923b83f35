package org.imaginghaven.kernel;

/**
 * One type of job a zone does for the engine, told apart from how the engine delivers it.
 *
 * <p>Delivery is at least once: {@code work} must give the same result when it is called again with the same input,
 * also after a crash half-way, and from two threads at once.
 *
 * @param <I> a record of opaque keys, enums, counts, dates and short governance text, filled from variables by name
 * @param <O> a record of the same, whose components become variables; {@link None} when there are none
 */
public interface Job<I extends Record, O extends Record> {

    /** {@code <zone>:<verb-noun>:<version>}, for example {@code gate:extract-chunk:1}. */
    String type();

    Class<I> input();

    /**
     * @throws Refusal when the business says no; the process takes the path of that error
     * @throws Exception for any fault; the job is retried and then raises an incident that names only the class of the fault
     */
    O work(I input, JobContext context) throws Exception;

    /** No variables. */
    record None() {
        public static final None INSTANCE = new None();
    }
}
