package org.imaginghaven.search.disclosure;

/**
 * How much a number may tell.
 *
 * @param threshold smaller counts of patients are hidden
 * @param rounding noisy figures are multiples of this
 * @param epsilon privacy loss of one noisy answer about patients; smaller is noisier
 * @param answersPerUser how many different sets of patients one person may be told noisy figures of in a day
 * @param answersPerDay the same for everybody together
 */
public record DisclosureRules(int threshold, int rounding, double epsilon, int answersPerUser, int answersPerDay) {

    /** Counts below five are hidden, noise has a standard deviation of about three patients. */
    public static final DisclosureRules DEFAULT = new DisclosureRules(5, 5, 0.5, 2_000, 20_000);

    public DisclosureRules {
        if (threshold < 2 || rounding < 1 || answersPerUser < 1 || answersPerDay < 1) {
            throw new IllegalArgumentException(
                    "disclosure: the threshold must be at least 2, rounding and answers at least 1");
        }
        if (!(epsilon > 0 && epsilon <= 10)) {
            throw new IllegalArgumentException("disclosure: epsilon must be above 0 and at most 10");
        }
    }
}
