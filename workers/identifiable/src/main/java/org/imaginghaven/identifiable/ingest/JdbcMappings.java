package org.imaginghaven.identifiable.ingest;

import java.util.List;
import java.util.Objects;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

final class JdbcMappings implements Mappings {

    private final ZoneDatabase database;
    private final JdbcPatients patients;

    JdbcMappings(ZoneDatabase database, JdbcPatients patients) {
        this.database = database;
        this.patients = patients;
    }

    @Override
    public List<Unmapped> unmapped(Key batch) {
        return database.sql().sql("""
                select i.eupi, min(i.id_source), count(*)::int, count(distinct i.study_uid)::int
                from identifiable.instance i join identifiable.patient p using (eupi)
                where i.batch_key = :key and p.provisional group by i.eupi order by 3 desc, 1 limit 500""")
                .param("key", batch.value())
                .query((row, n) -> new Unmapped(row.getString(1), row.getString(2), row.getInt(3), row.getInt(4)))
                .list();
    }

    @Override
    public void propose(Key batch, String eupi, PatientIdentifier holder, String by, AuditEvent event) {
        database.change(event, () -> database.sql().sql("""
                insert into identifiable.mapping_resolution (batch_key, eupi, source, value, recorded_by)
                select :key, eupi, :source, :value, :by from identifiable.patient where eupi = :eupi and provisional
                on conflict (batch_key, eupi) do update
                set source = excluded.source, value = excluded.value, recorded_by = excluded.recorded_by,
                    recorded_at = now() where mapping_resolution.applied_at is null""").param("key", batch.value())
                .param("eupi", eupi).param("source", holder.source()).param("value", holder.value()).param("by", by)
                .update());
    }

    private record Proposal(String eupi, PatientIdentifier holder, String by) {
    }

    @Override
    public void apply(Key batch, AuditEvent event) {
        database.changed(() -> {
            List<Proposal> open = database.sql().sql("""
                    update identifiable.mapping_resolution set applied_at = now()
                    where batch_key = :key and applied_at is null returning eupi, source, value, recorded_by""")
                    .param("key", batch.value())
                    .query((row, n) -> new Proposal(row.getString(1),
                            new PatientIdentifier(row.getString(2), row.getString(3)), row.getString(4)))
                    .list();
            for (Proposal proposal : open) {
                String survivor = patients.findOrCreate(List.of(proposal.holder())).get(proposal.holder());
                if (!proposal.eupi().equals(survivor)) {
                    patients.merge(Objects.requireNonNull(survivor), proposal.eupi(), proposal.by());
                }
            }
            return open.size();
        }, merged -> merged > 0 ? event : null);
    }

    @Override
    public void unmerge(String absorbed, String by, AuditEvent event) {
        database.change(event, () -> patients.unmerge(absorbed, by));
    }
}
