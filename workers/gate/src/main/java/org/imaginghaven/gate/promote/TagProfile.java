package org.imaginghaven.gate.promote;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.imaginghaven.dicom.Vr;
import org.imaginghaven.nlp.Finding;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.jspecify.annotations.Nullable;

/** What the values of a tag look like, gathered value by value and shown without a value. */
final class TagProfile {

    private static final int SHAPES_SHOWN = 100;

    /** A value of the tag and how many files and patients have it. */
    record ValueUse(String value, long files, long patients) {
        @Override
        public String toString() {
            return "ValueUse[" + files + " files]";
        }
    }

    private static final class Counts {
        private long values;
        private long files;
        private long patients;
        private long hits;
    }

    private final String keyword;
    private final Vr vr;
    private final TextDetectors detectors;
    private final ValueStandard standard;
    private final Map<String, Counts> shapes = new TreeMap<>();
    private final Map<String, Counts> standards = new TreeMap<>();
    private final Map<FindingKind, Integer> kinds = new EnumMap<>(FindingKind.class);
    private int distinct;
    private long files;
    private int hits;
    private long kept;

    TagProfile(String keyword, Vr vr, TextDetectors detectors, ValueStandard standard) {
        this.keyword = keyword;
        this.vr = vr;
        this.detectors = detectors;
        this.standard = standard;
    }

    /** @param known identifiers of a patient who has the value */
    void add(ValueUse use, KnownIdentifiers known) {
        List<Finding> findings = holdsText(vr) ? detectors.find(keyword, use.value(), known) : List.of();
        distinct++;
        files += use.files();
        if (!findings.isEmpty()) {
            hits++;
            findings.stream().map(Finding::kind).distinct().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        }
        count(shapes, ValueShape.of(use.value()), use, !findings.isEmpty());
        String becomes = standard.of(use.value(), use.patients());
        if (becomes != null) {
            kept += use.files();
            count(standards, becomes, use, false);
        }
    }

    private static void count(Map<String, Counts> into, String key, ValueUse use, boolean hit) {
        Counts counts = into.computeIfAbsent(key, k -> new Counts());
        counts.values++;
        counts.files += use.files();
        counts.patients = Math.max(counts.patients, use.patients());
        counts.hits += hit ? 1 : 0;
    }

    boolean freeText() {
        return isFreeText(vr);
    }

    int distinct() {
        return distinct;
    }

    int hits() {
        return hits;
    }

    int files() {
        return (int) Math.min(Integer.MAX_VALUE, files);
    }

    /** The page of the reviewer, in order. */
    List<EvidenceItem> evidence(boolean cut) {
        List<EvidenceItem> items = new ArrayList<>();
        Map<String, String> summary = new LinkedHashMap<>();
        summary.put("Tag", keyword);
        summary.put("Value representation", vr.name());
        summary.put("Free text", freeText() ? "yes" : "no");
        summary.put("Distinct values", distinct + (cut ? " looked at, more exist" : ""));
        summary.put("Files with a value", HiddenCount.of(files));
        summary.put("Values a detector objects to", Integer.toString(hits));
        summary.put("Files whose value would leave the zone", HiddenCount.of(kept));
        items.add(EvidenceItem.text("1-summary", summary));
        kinds.forEach((kind, count) -> items.add(EvidenceItem.text("2-finding-" + kind,
                Map.of("Kind", kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), "Values",
                        HiddenCount.of(count)))));
        add(items, "3-standard-", "Value after standardising", standards);
        add(items, "4-shape-", "Shape", shapes);
        return items;
    }

    private static void add(List<EvidenceItem> items, String prefix, String label, Map<String, Counts> rows) {
        List<Map.Entry<String, Counts>> most = rows.entrySet().stream().sorted(
                Comparator.comparingLong((Map.Entry<String, Counts> e) -> e.getValue().files).reversed())
                .limit(SHAPES_SHOWN).toList();
        for (int i = 0; i < most.size(); i++) {
            Counts counts = most.get(i).getValue();
            items.add(EvidenceItem.text(String.format(Locale.ROOT, "%s%03d", prefix, i),
                    Map.of(label, most.get(i).getKey(), "Files", HiddenCount.of(counts.files), "Different values",
                            HiddenCount.of(counts.values), "Objected to", counts.hits > 0 ? "yes" : "no")));
        }
    }

    static boolean isFreeText(@Nullable Vr vr) {
        return vr == Vr.LO || vr == Vr.LT || vr == Vr.PN || vr == Vr.SH || vr == Vr.ST || vr == Vr.UC || vr == Vr.UR
                || vr == Vr.UT || vr == Vr.UN || vr == null;
    }

    private static boolean holdsText(Vr vr) {
        return isFreeText(vr) || vr == Vr.CS || vr == Vr.AE || vr == Vr.DA || vr == Vr.DT;
    }
}
