package org.imaginghaven.gate.promote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.schema.ZoneDatabase;

/**
 * Standardises each distinct value once, then builds the inventory by a handful of set statements, whatever its size.
 * One transaction under one lock, the index included: an opt-out that comes meanwhile waits and then removes from what
 * was just built.
 */
final class JdbcInventory implements Inventory {

    private static final Set<String> PATIENT_LEVEL = Set.of("PatientSex", "PatientBirthDate");
    private static final Set<String> STUDY_LEVEL = Set.of("StudyDate", "PatientAge");
    private static final Set<String> SERIES_LEVEL = Set.of("Modality", "BodyPartExamined", "Manufacturer",
            "ManufacturerModelName", "SeriesDescription", "ProtocolName", "Laterality");

    static final String ELIGIBLE = """
            identifiable.instance i
            join identifiable.patient p on p.eupi = i.eupi and not p.provisional and p.opted_out_at is null
                and p.merged_into is null
            """;
    static final String LINKED = ELIGIBLE + """
            join identifiable.inventory_link l on l.eupi = i.eupi
            join identifiable.study_link sl on sl.study_uid = i.study_uid and sl.eupi = i.eupi
            join identifiable.series_link el on el.series_uid = i.series_uid and el.study_key = sl.study_key
            """;

    private final ZoneDatabase database;
    private final InventoryIndex index;
    private final ValueStandards standards;
    private final ReportFacets reports;

    JdbcInventory(ZoneDatabase database, InventoryIndex index, ValueStandards standards, ReportReadings readings) {
        this.database = database;
        this.index = index;
        this.standards = standards;
        this.reports = new ReportFacets(database, readings);
    }

    @Override
    public void refresh(AuditEvent event) throws IOException {
        reports.readNew(event.actor());
        try {
            database.change(event, () -> {
                database.hold(PromotionDesk.INVENTORY_LOCK);
                List<String> subjects = activeSubjects();
                List<String> keywords = subjects.stream().filter(s -> ReportFinding.ofSubject(s).isEmpty()).toList();
                standardise(keywords);
                link();
                write(keywords);
                reports.write(subjects.stream().flatMap(s -> ReportFinding.ofSubject(s).stream()).toList(),
                        event.actor());
                prune();
                reindex();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<String> activeSubjects() {
        return database.sql()
                .sql("select subject from governance.promotion where kind = 'tag' and state = 'active' order by 1")
                .query(String.class).list();
    }

    private record Raw(String value, long patients) {
    }

    private void standardise(List<String> keywords) {
        database.sql().sql("delete from identifiable.standard_value").update();
        for (String keyword : keywords) {
            ValueStandard standard = standards.of(keyword);
            List<String> raws = new ArrayList<>();
            List<String> becomes = new ArrayList<>();
            for (Raw raw : rawValues(TagPath.of(keyword))) {
                String value = standard.of(raw.value(), raw.patients());
                if (value != null) {
                    raws.add(raw.value());
                    becomes.add(value);
                }
            }
            database.sql().sql("""
                    insert into identifiable.standard_value (keyword, raw, standard)
                    select :keyword, raw, standard from unnest(:raws, :standards) as x(raw, standard)""")
                    .param("keyword", keyword).param("raws", raws.toArray(String[]::new))
                    .param("standards", becomes.toArray(String[]::new)).update();
        }
    }

    private List<Raw> rawValues(TagPath path) {
        return database.sql()
                .sql("select " + path.first("i") + ", count(distinct i.eupi) from " + ELIGIBLE + " where "
                        + path.first("i") + " is not null and length(" + path.first("i") + ") <= 256 group by 1")
                .query((row, n) -> new Raw(row.getString(1), row.getLong(2))).list();
    }

    private void link() {
        run("insert into identifiable.inventory_link (eupi) select distinct i.eupi from " + ELIGIBLE
                + " on conflict do nothing");
        run("insert into identifiable.study_link (study_uid, eupi) select distinct i.study_uid, i.eupi from " + ELIGIBLE
                + " on conflict do nothing");
        run("insert into identifiable.series_link (series_uid, study_key) select distinct i.series_uid, sl.study_key from "
                + ELIGIBLE + " join identifiable.study_link sl on sl.study_uid = i.study_uid and sl.eupi = i.eupi"
                + " on conflict do nothing");
    }

    private void write(List<String> keywords) {
        Set<String> active = new HashSet<>(keywords);
        run("""
                insert into inventory.patient (patient_key, sex, birth_year)
                select l.patient_key, %s, %s::int from %s group by l.patient_key
                on conflict (patient_key) do update set sex = excluded.sex, birth_year = excluded.birth_year"""
                .formatted(agreed("PatientSex", active), agreed("PatientBirthDate", active), LINKED));
        run("""
                insert into inventory.study (study_key, patient_key, year, age_years, promoted)
                select sl.study_key, l.patient_key, %s::int, %s::int, '{}' from %s group by sl.study_key, l.patient_key
                on conflict (study_key) do update set patient_key = excluded.patient_key, year = excluded.year,
                    age_years = excluded.age_years, promoted = excluded.promoted"""
                .formatted(agreed("StudyDate", active), agreed("PatientAge", active), LINKED));
        run("""
                insert into inventory.series (series_key, study_key, modality, body_part, promoted)
                select el.series_key, sl.study_key, %s, %s, %s from %s group by el.series_key, sl.study_key
                on conflict (series_key) do update set study_key = excluded.study_key, modality = excluded.modality,
                    body_part = excluded.body_part, promoted = excluded.promoted"""
                .formatted(agreed("Modality", active), agreed("BodyPartExamined", active),
                        object(seriesTags(keywords).map(k -> "'" + k + "', " + agreed(k, active))), LINKED));
        run("""
                insert into inventory.instance (instance_key, series_key, controller, image_type, promoted)
                select i.instance_key, el.series_key, i.controller, i.image_type_id::text, %s from %s
                on conflict (instance_key) do update set series_key = excluded.series_key,
                    controller = excluded.controller, image_type = excluded.image_type, promoted = excluded.promoted"""
                .formatted(object(instanceTags(keywords).map(k -> "'" + k + "', " + standard(k))), LINKED));
    }

    private static Stream<String> seriesTags(List<String> keywords) {
        return keywords.stream().filter(k -> SERIES_LEVEL.contains(k) && !k.equals("Modality")
                && !k.equals("BodyPartExamined"));
    }

    private static Stream<String> instanceTags(List<String> keywords) {
        return keywords.stream().filter(k -> !SERIES_LEVEL.contains(k) && !STUDY_LEVEL.contains(k)
                && !PATIENT_LEVEL.contains(k));
    }

    private static String object(Stream<String> pairs) {
        String all = String.join(", ", pairs.toList());
        return all.isEmpty() ? "'{}'::jsonb" : "jsonb_strip_nulls(jsonb_build_object(" + all + "))";
    }

    /** The value all instances of the group agree on; null where they differ. Keywords come from the dictionary. */
    private static String agreed(String keyword, Set<String> active) {
        if (!active.contains(keyword)) {
            return "null::text";
        }
        String value = standard(keyword);
        return "case when count(distinct " + value + ") = 1 then min(" + value + ") end";
    }

    private static String standard(String keyword) {
        return "(select v.standard from identifiable.standard_value v where v.keyword = '" + keyword + "' and v.raw = "
                + TagPath.of(keyword).first("i") + ")";
    }

    private void prune() {
        run("delete from inventory.instance t where not exists (select 1 from " + ELIGIBLE
                + " where i.instance_key = t.instance_key)");
        run("delete from inventory.series t where not exists"
                + " (select 1 from inventory.instance c where c.series_key = t.series_key)");
        run("delete from inventory.study t where not exists"
                + " (select 1 from inventory.series c where c.study_key = t.study_key)");
        run("delete from inventory.patient t where not exists"
                + " (select 1 from inventory.study c where c.patient_key = t.patient_key)");
    }

    private void reindex() {
        try (Stream<InventoryDocuments.Row> rows = InventoryDocuments.rows(database)) {
            index.replaceWith(InventoryDocuments.documents(rows.iterator()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(String statement) {
        database.sql().sql(statement).update();
    }
}
