package org.imaginghaven.identifiable.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.imaginghaven.schema.ZoneDatabase;

/** The mapping of identifiers to EUPIs, with its history. Call inside a transaction. */
final class JdbcPatients {

    private final ZoneDatabase database;

    JdbcPatients(ZoneDatabase database) {
        this.database = database;
    }

    /**
     * The EUPI each identifier leads to now; an unknown one gets a new random EUPI, provisional when the identifier alone
     * proves nothing.
     *
     * @param sorted distinct identifiers in their natural order, so that parallel callers lock in one order
     */
    Map<PatientIdentifier, String> findOrCreate(List<PatientIdentifier> sorted) {
        Map<PatientIdentifier, String> known = find(sorted);
        List<PatientIdentifier> missing = sorted.stream().filter(id -> !known.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            create(missing);
            known.putAll(find(missing));
        }
        return known;
    }

    Map<PatientIdentifier, String> find(List<PatientIdentifier> identifiers) {
        Map<PatientIdentifier, String> known = new HashMap<>();
        database.sql().sql("""
                select p.source, p.value, p.eupi from unnest(:sources, :values) as x(source, value)
                join identifiable.patient_identifier p
                    on p.source = x.source and p.value = x.value and p.valid_to is null""")
                .param("sources", identifiers.stream().map(PatientIdentifier::source).toArray(String[]::new))
                .param("values", identifiers.stream().map(PatientIdentifier::value).toArray(String[]::new))
                .query(row -> {
                    known.put(new PatientIdentifier(row.getString(1), row.getString(2)), row.getString(3));
                });
        return known;
    }

    private void create(List<PatientIdentifier> missing) {
        String[] eupis = missing.stream().map(id -> UUID.randomUUID().toString()).toArray(String[]::new);
        database.sql().sql("""
                with wanted as (select * from unnest(:eupis, :sources, :values, :provisional)
                        as x(eupi, source, value, provisional)),
                    made as (insert into identifiable.patient (eupi, provisional)
                        select eupi, provisional from wanted)
                insert into identifiable.patient_identifier (source, value, eupi, recorded_by)
                select source, value, eupi, 'system:ingest' from wanted
                on conflict (source, value) where valid_to is null do nothing""").param("eupis", eupis)
                .param("sources", missing.stream().map(PatientIdentifier::source).toArray(String[]::new))
                .param("values", missing.stream().map(PatientIdentifier::value).toArray(String[]::new))
                .param("provisional", missing.stream().map(id -> !id.provesIdentity()).toArray(Boolean[]::new))
                .update();
        // another job was first for some of them: the EUPIs made for those lead nowhere
        database.sql().sql("""
                delete from identifiable.patient p where eupi = any(:eupis) and not exists
                    (select 1 from identifiable.patient_identifier i where i.eupi = p.eupi)""").param("eupis", eupis)
                .update();
    }

    /**
     * Makes two EUPIs one: everything the second is known by leads to the first from now on. Rows are closed, not
     * overwritten, so that {@link #unmerge} can take it back.
     */
    void merge(String survivor, String absorbed, String by) {
        database.hold("patients");
        run("update identifiable.patient_identifier set valid_to = now() where eupi = :absorbed and valid_to is null",
                survivor, absorbed, by);
        run("""
                insert into identifiable.patient_identifier (source, value, eupi, recorded_by)
                select distinct source, value, :survivor, :by from identifiable.patient_identifier
                where eupi = :absorbed and valid_to = now()""", survivor, absorbed, by);
        run("update identifiable.patient set merged_into = :survivor where eupi = :absorbed", survivor, absorbed, by);
        // who opted out once stays out, whichever of the two it was
        run("""
                update identifiable.patient s set opted_out_at = a.opted_out_at from identifiable.patient a
                where s.eupi = :survivor and a.eupi = :absorbed and s.opted_out_at is null""", survivor, absorbed, by);
        for (String table : List.of("instance", "linked_row")) {
            run("update identifiable." + table + " set eupi = :survivor where eupi = :absorbed", survivor, absorbed,
                    by);
        }
    }

    /** Takes a merge back: the identifiers it moved, and what carries them, belong to the absorbed EUPI again. */
    void unmerge(String absorbed, String by) {
        database.hold("patients");
        String survivor = database.sql().sql("""
                select merged_into from identifiable.patient where eupi = :absorbed and merged_into is not null""")
                .param("absorbed", absorbed).query(String.class).single();
        run("""
                update identifiable.patient_identifier c set valid_to = now()
                where c.eupi = :survivor and c.valid_to is null and exists (
                    select 1 from identifiable.patient_identifier o
                    where o.eupi = :absorbed and o.source = c.source and o.value = c.value)""", survivor, absorbed, by);
        run("""
                insert into identifiable.patient_identifier (source, value, eupi, recorded_by)
                select distinct source, value, :absorbed, :by from identifiable.patient_identifier
                where eupi = :absorbed""", survivor, absorbed, by);
        run("update identifiable.patient set merged_into = null where eupi = :absorbed", survivor, absorbed, by);
        for (String table : List.of("instance", "linked_row")) {
            run("update identifiable." + table + " t set eupi = :absorbed from identifiable.patient_identifier p"
                    + " where p.eupi = :absorbed and p.valid_to is null and t.eupi = :survivor"
                    + " and t.id_source = p.source and t.id_value = p.value", survivor, absorbed, by);
        }
    }

    private void run(String statement, String survivor, String absorbed, String by) {
        database.sql().sql(statement).param("survivor", survivor).param("absorbed", absorbed).param("by", by).update();
    }
}
