package org.imaginghaven.identifiable.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imaginghaven.identifiable.ingest.CsvTable.RowFault;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;
import org.jspecify.annotations.Nullable;

final class JdbcLinkedTables implements LinkedTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneDatabase database;
    private final JdbcPatients patients;

    JdbcLinkedTables(ZoneDatabase database, JdbcPatients patients) {
        this.database = database;
        this.patients = patients;
    }

    @Override
    public List<FileExamination.Pending> pending(Key batch) {
        return database.sql().sql("""
                select file_id, path from identifiable.file
                where batch_key = :key and chunk = -1 and state = 'pending'
                order by path not like '%demographics.csv', path""").param("key", batch.value())
                .query((row, n) -> new FileExamination.Pending(row.getLong(1), row.getString(2))).list();
    }

    @Override
    public void load(Key batch, String table, String dataset, List<LinkedRow> rows, List<Rejected> rejected,
            AuditEvent event) {
        database.change(event, () -> {
            database.hold("linked " + batch.value());
            List<Rejected> faults = new ArrayList<>(rejected);
            List<Placed> placed = dataset.equals(LinkedRow.DEMOGRAPHICS)
                    ? placeDemographics(batch, rows, faults)
                    : placeOthers(rows, faults);
            insert(batch, dataset, placed);
            reject(batch, table, faults);
        });
    }

    private record Placed(LinkedRow row, String eupi, PatientIdentifier under) {
    }

    private List<Placed> placeDemographics(Key batch, List<LinkedRow> rows, List<Rejected> faults) {
        patients.findOrCreate(rows.stream().flatMap(row -> row.identifiers().stream()).distinct().sorted().toList());
        List<Placed> placed = new ArrayList<>();
        for (LinkedRow row : rows) {
            String eupi = joined(row);
            if (eupi == null) {
                faults.add(new Rejected(row.line(), RowFault.CONFLICTING_IDENTIFIERS));
            } else {
                Placed place = new Placed(row, eupi, row.identifiers().getFirst());
                // before the next row, which may claim the same patient
                insert(batch, LinkedRow.DEMOGRAPHICS, List.of(place));
                placed.add(place);
            }
        }
        return placed;
    }

    /** The one EUPI of all identifiers of the row; null when that would make one of two patients that each have a row. */
    private @Nullable String joined(LinkedRow row) {
        Map<PatientIdentifier, String> eupis = patients.find(row.identifiers());
        PatientIdentifier first = row.identifiers().getFirst();
        String survivor = Objects.requireNonNull(eupis.get(first));
        if (!first.provesIdentity()) {
            return survivor;
        }
        List<String> others = eupis.values().stream().filter(eupi -> !eupi.equals(survivor)).distinct().toList();
        if (others.stream().anyMatch(eupi -> hasRowOfItsOwn(eupi))) {
            return null;
        }
        others.forEach(eupi -> patients.merge(survivor, eupi, "system:" + LinkedRow.DEMOGRAPHICS));
        return survivor;
    }

    private boolean hasRowOfItsOwn(String eupi) {
        return database.sql().sql("""
                select exists (select 1 from identifiable.linked_row
                where eupi = :eupi and dataset = 'demographics')""").param("eupi", eupi).query(Boolean.class).single();
    }

    private List<Placed> placeOthers(List<LinkedRow> rows, List<Rejected> faults) {
        Map<PatientIdentifier, String> eupis = patients
                .find(rows.stream().flatMap(row -> row.identifiers().stream()).distinct().toList());
        List<Placed> placed = new ArrayList<>();
        for (LinkedRow row : rows) {
            List<String> named = row.identifiers().stream().map(eupis::get).distinct().toList();
            String eupi = named.getFirst();
            if (eupi == null) {
                faults.add(new Rejected(row.line(), RowFault.UNKNOWN_PATIENT));
            } else if (named.size() > 1) {
                faults.add(new Rejected(row.line(), RowFault.CONFLICTING_IDENTIFIERS));
            } else {
                placed.add(new Placed(row, eupi, row.identifiers().getFirst()));
            }
        }
        return placed;
    }

    private void insert(Key batch, String dataset, List<Placed> rows) {
        database.sql().sql("""
                insert into identifiable.linked_row (batch_key, dataset, eupi, row_no, content, id_source, id_value)
                select :batch, :dataset, eupi, line, content::jsonb, source, value
                from unnest(:eupis, :lines, :contents, :sources, :values) as x(eupi, line, content, source, value)
                on conflict (batch_key, dataset, row_no) do nothing""").param("batch", batch.value())
                .param("dataset", dataset).param("eupis", rows.stream().map(Placed::eupi).toArray(String[]::new))
                .param("lines", rows.stream().map(r -> r.row().line()).toArray(Integer[]::new))
                .param("contents", rows.stream().map(r -> json(r.row().cells())).toArray(String[]::new))
                .param("sources", rows.stream().map(r -> r.under().source()).toArray(String[]::new))
                .param("values", rows.stream().map(r -> r.under().value()).toArray(String[]::new)).update();
    }

    private static String json(Map<String, String> cells) {
        try {
            return JSON.writeValueAsString(cells);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row could not be written as JSON");
        }
    }

    private void reject(Key batch, String table, List<Rejected> faults) {
        database.sql().sql("""
                insert into identifiable.linked_reject (batch_key, path, row_no, reason)
                select :batch, :table, line, reason from unnest(:lines, :reasons) as x(line, reason)
                on conflict do nothing""").param("batch", batch.value()).param("table", table)
                .param("lines", faults.stream().map(Rejected::line).toArray(Integer[]::new))
                .param("reasons", faults.stream().map(f -> f.fault().name()).toArray(String[]::new)).update();
    }

    @Override
    public void finish(long fileId, FileState state, @Nullable QuarantineReason reason, AuditEvent event) {
        database.changed(() -> database.sql()
                .sql("""
                        update identifiable.file set state = :state, reason = :reason where file_id = :id and state = 'pending'""")
                .param("state", state.stored()).param("reason", reason == null ? null : reason.name())
                .param("id", fileId).update(), changed -> changed == 1 ? event : null);
    }

    @Override
    public int rowCount(Key batch) {
        return database.sql().sql("select count(*)::int from identifiable.linked_row where batch_key = :key")
                .param("key", batch.value()).query(Integer.class).single();
    }
}
