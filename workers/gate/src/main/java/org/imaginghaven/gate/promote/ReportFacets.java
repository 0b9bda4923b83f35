package org.imaginghaven.gate.promote;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.nlp.report.Concept;
import org.imaginghaven.nlp.report.FindingPrecision;
import org.imaginghaven.nlp.report.Lexicon;
import org.imaginghaven.nlp.report.ReportReader;
import org.imaginghaven.nlp.report.Standing.Assertion;
import org.imaginghaven.schema.ZoneDatabase;

/**
 * Promoted findings of reports, on their way into the inventory: {@code pneumonia:absent} of a study whose reports say so. Of
 * several reports of a study what one says is present counts before what another is unsure of or rules out.
 */
final class ReportFacets {

    private static final String PRESENT_FIRST = "(array['present', 'uncertain', 'absent'])"
            + "[min(array_position(array['present', 'uncertain', 'absent'], f.standing))]";

    private final ZoneDatabase database;
    private final ReportReadings readings;
    private final Lexicon lexicon = Lexicon.standard();
    private final FindingPrecision precision = FindingPrecision.measured();

    ReportFacets(ZoneDatabase database, ReportReadings readings) {
        this.database = database;
        this.readings = readings;
    }

    /** Reports are read when a finding is promoted or may be, never for nothing. */
    void readNew(String actor) {
        boolean asked = database.sql().sql("""
                select exists (select 1 from governance.promotion where kind = 'tag' and state = 'active'
                    and subject like 'ReportFinding:%')""").query(Boolean.class).single();
        if (asked) {
            readings.readNew(actor);
        }
    }

    /** Part of the transaction that rebuilds the inventory. */
    void write(List<ReportFinding> promoted, String actor) {
        database.changed(() -> {
            int studies = findings(promoted);
            explain(promoted);
            return studies;
        }, studies -> promoted.isEmpty()
                ? null
                : new AuditEvent(actor, "report-findings-indexed", "inventory", ReportReader.version(),
                        Map.of("findings", "" + promoted.size(), "studies", "" + studies)));
    }

    private int findings(List<ReportFinding> promoted) {
        String[] concepts = promoted.stream().map(ReportFinding::concept).toArray(String[]::new);
        return database.sql()
                .sql("update inventory.study t set promoted = jsonb_build_object('finding', q.findings) from ("
                        + " select x.study_key, jsonb_agg(x.concept || ':' || x.standing order by x.concept) as findings from ("
                        + " select sl.study_key, f.concept, " + PRESENT_FIRST + " as standing from "
                        + JdbcInventory.LINKED
                        + """
                                join identifiable.report_finding f on f.instance_key = i.instance_key
                                where f.concept = any(:concepts) group by 1, 2) x group by 1) q
                                where t.study_key = q.study_key""")
                .param("concepts", concepts).update();
    }

    private void explain(List<ReportFinding> promoted) {
        database.sql().sql("delete from inventory.report_finding").update();
        Set<String> concepts = promoted.stream().map(ReportFinding::concept).collect(Collectors.toSet());
        for (String id : concepts) {
            Concept concept = lexicon.concept(id);
            Optional<String> parent = lexicon.ancestors(id).stream().map(Concept::id).filter(concepts::contains)
                    .findFirst();
            for (Assertion standing : Assertion.values()) {
                FindingPrecision.Measured measured = precision.of(id, standing);
                database.sql().sql("""
                        insert into inventory.report_finding (value, name, parent, correct, measured, source)
                        values (:value, :name, :parent, :correct, :measured, :source)""")
                        .param("value", id + ":" + standing.name().toLowerCase(Locale.ROOT))
                        .param("name", concept.name()).param("parent", parent.orElse(null))
                        .param("correct", measured.correct()).param("measured", measured.of())
                        .param("source", measured.source()).update();
            }
        }
    }
}
