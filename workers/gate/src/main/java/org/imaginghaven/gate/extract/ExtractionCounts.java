package org.imaginghaven.gate.extract;

import java.util.Map;

/**
 * How an extraction adds up.
 *
 * @param reasons how many files for each reason
 */
public record ExtractionCounts(int requested, int pending, int deidentified, int flagged, int rejected, int failed,
        int unmatched, int released, int withdrawn, Map<String, Integer> reasons) {

    public ExtractionCounts {
        reasons = Map.copyOf(reasons);
    }

    boolean reconciled() {
        return pending == 0 && flagged == 0
                && requested == deidentified + rejected + failed + unmatched + released + withdrawn;
    }
}
