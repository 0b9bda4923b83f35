package org.imaginghaven.search.disclosure;

import java.util.Set;

/** Remembers who was told about which sets of patients. */
public interface QueryLedger {

    /**
     * Records noisy answers, unless that would overspend a budget. Sets the person was told about before in the last
     * day cost nothing.
     *
     * @throws BudgetSpent when the person or everybody together has asked too much; nothing is recorded then
     */
    void spend(String username, Set<String> fingerprints, DisclosureRules rules) throws BudgetSpent;

    /**
     * Records that exact figures were shown, in the audit ledger too.
     *
     * @param fingerprint the cohort's set of patients
     * @param answers how many figures were shown with it
     */
    void recordExact(String username, String fingerprint, int answers);
}
