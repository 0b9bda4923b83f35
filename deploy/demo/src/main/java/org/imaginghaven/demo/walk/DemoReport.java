package org.imaginghaven.demo.walk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a demo did, in the shape in which it is written to the report file. */
public final class DemoReport {

    /**
     * One verb of the walk.
     *
     * @param process BPMN id, or null for search, which is no process
     * @param instances keys of the process instances
     * @param state what it ended in, in the words of the process
     */
    public record Verb(String verb, @Nullable String process, List<Long> instances, String state, double seconds) {
    }

    /** Files of the batch: every one is stored, a duplicate, quarantined or rejected. */
    public record Ingested(int files, int stored, int duplicate, int quarantined, int rejected,
            Map<String, Integer> reasons) {
    }

    /** requested = released + rejected + failed + unmatched. */
    public record Extraction(int requested, int released, int rejected, int failed, int unmatched,
            Map<String, Integer> reasons) {

        public boolean reconciles() {
            return requested == released + rejected + failed + unmatched;
        }
    }

    public record OptOut(int filesBefore, int filesAfter, int patientFiles) {
    }

    public record Revocation(int filesLeft) {
    }

    public record Audit(long entries, boolean chainValid) {
    }

    private final List<Verb> verbs = new ArrayList<>();
    private final Map<String, Object> parts = new LinkedHashMap<>();

    void add(Verb verb) {
        verbs.add(verb);
    }

    void put(String name, Object part) {
        parts.put(name, part);
    }

    public List<Verb> verbs() {
        return List.copyOf(verbs);
    }

    @Nullable
    public Object part(String name) {
        return parts.get(name);
    }

    /** Whether nothing leaked, the numbers reconcile, the chain holds and the revoked project is empty. */
    public boolean isGood() {
        return Integer.valueOf(0).equals(parts.get("identifiersFound"))
                && parts.get("extraction") instanceof Extraction extraction && extraction.reconciles()
                && parts.get("revocation") instanceof Revocation revocation && revocation.filesLeft() == 0
                && parts.get("audit") instanceof Audit audit && audit.chainValid();
    }

    /** The JSON object of the report. */
    Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("verbs", verbs);
        all.putAll(parts);
        return all;
    }
}
