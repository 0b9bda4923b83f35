package org.imaginghaven.gate.promote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imaginghaven.nlp.report.Concept;
import org.imaginghaven.nlp.report.FindingPrecision;
import org.imaginghaven.nlp.report.ReportReader;
import org.imaginghaven.nlp.report.Standing.Assertion;

/** What the reviewer of a finding looks at: how many reports say it and how well they were read; no text, no value. */
record FindingProfile(Concept concept, ReportReadings.Coverage coverage, Map<String, ReportReadings.Use> uses) {

    int reports() {
        return (int) uses.values().stream().mapToLong(ReportReadings.Use::reports).sum();
    }

    List<EvidenceItem> evidence(FindingPrecision precision) {
        List<EvidenceItem> items = new ArrayList<>();
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("Finding", concept.name());
        summary.put("Other names", String.join(", ", concept.names().subList(1, concept.names().size())));
        summary.put("Kind", concept.kind());
        summary.put("Reports read", HiddenCount.of(coverage.read()));
        summary.put("Reports that could not be read", Integer.toString(coverage.unreadable()));
        summary.put("Read with", ReportReader.version());
        items.add(EvidenceItem.text("1-summary", summary));
        for (Assertion standing : Assertion.values()) {
            String word = standing.name().toLowerCase(Locale.ROOT);
            ReportReadings.Use use = uses.getOrDefault(word, new ReportReadings.Use(0, 0));
            FindingPrecision.Measured measured = precision.of(concept.id(), standing);
            items.add(EvidenceItem.text("3-standing-" + word, Map.of("Reports say it is", word, "Reports",
                    HiddenCount.of(use.reports()), "Patients", HiddenCount.of(use.patients()), "Right when measured",
                    measured.correct() + " of " + measured.of() + " (" + measured.source() + ")")));
        }
        return items;
    }
}
