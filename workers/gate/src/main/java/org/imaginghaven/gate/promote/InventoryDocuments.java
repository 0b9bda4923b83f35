package org.imaginghaven.gate.promote;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Stream;
import org.imaginghaven.schema.ZoneDatabase;
import org.imaginghaven.search.schema.PatientDocument;
import org.imaginghaven.search.schema.PatientDocument.SeriesGroup;
import org.imaginghaven.search.schema.PatientDocument.Study;
import org.jspecify.annotations.Nullable;

/** The inventory as search documents, one patient at a time: memory holds one patient and a page of rows. */
final class InventoryDocuments {

    private static final int PAGE = 1_000;

    record Row(UUID patient, @Nullable String sex, UUID study, @Nullable Integer year, @Nullable Integer age,
            List<String> findings, SeriesGroup series) {
    }

    private InventoryDocuments() {
    }

    /** One row for each series, patient by patient and study by study. Read inside a transaction, and close. */
    static Stream<Row> rows(ZoneDatabase database) {
        return database.sql().sql("""
                select p.patient_key, p.sex, s.study_key, s.year, s.age_years, e.modality, e.body_part,
                    e.promoted ->> 'Manufacturer' as manufacturer,
                    array(select jsonb_array_elements_text(s.promoted -> 'finding')) as findings,
                    (select count(*)::int from inventory.instance i where i.series_key = e.series_key) as files
                from inventory.patient p join inventory.study s using (patient_key)
                join inventory.series e using (study_key)
                order by p.patient_key, s.study_key, e.series_key""").withFetchSize(PAGE)
                .query((row, n) -> row(row)).stream();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getObject("patient_key", UUID.class), row.getString("sex"),
                row.getObject("study_key", UUID.class), row.getObject("year", Integer.class),
                row.getObject("age_years", Integer.class), List.of((String[]) row.getArray("findings").getArray()),
                new SeriesGroup(row.getString("modality"),
                        row.getString("body_part"), row.getString("manufacturer"), 1, row.getInt("files")));
    }

    static Iterator<PatientDocument> documents(Iterator<Row> rows) {
        return new Iterator<>() {
            private @Nullable Row ahead = rows.hasNext() ? rows.next() : null;

            @Override
            public boolean hasNext() {
                return ahead != null;
            }

            @Override
            public PatientDocument next() {
                Row first = ahead;
                if (first == null) {
                    throw new NoSuchElementException();
                }
                List<Study> studies = new ArrayList<>();
                for (Row row = first; row != null && row.patient().equals(first.patient()); row = ahead) {
                    studies.add(study(row));
                }
                return new PatientDocument(first.patient(), first.sex(), studies);
            }

            private Study study(Row first) {
                List<SeriesGroup> series = new ArrayList<>();
                for (Row row = first; row != null && row.study().equals(first.study()); row = ahead) {
                    series.add(row.series());
                    ahead = rows.hasNext() ? rows.next() : null;
                }
                return new Study(first.study(), first.year(), first.age(), first.findings(), series);
            }
        };
    }
}
