package org.imaginghaven.gate.promote;

import java.util.List;
import org.imaginghaven.gate.KnownPatients;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.schema.ZoneDatabase;

final class JdbcTagValues implements TagValues {

    /** Values few have are where a patient's own identifiers hide: for so many of them the patient is looked up. */
    private static final int LOOKED_UP = 2_000;

    private final ZoneDatabase database;
    private final KnownPatients known;

    JdbcTagValues(ZoneDatabase database, KnownPatients known) {
        this.database = database;
        this.known = known;
    }

    private record Row(TagProfile.ValueUse use, String eupi) {
    }

    @Override
    public boolean forEach(String keyword, Sink sink) {
        TagPath path = TagPath.of(keyword);
        List<Row> rows = database.sql().sql("select " + path.text() + " as value, count(*), count(distinct i.eupi), "
                + "min(i.eupi) from identifiable.instance i, " + path.all("i") + " group by 1 having " + path.text()
                + " is not null order by 2 desc limit " + (MOST + 1))
                .query((row, n) -> new Row(
                        new TagProfile.ValueUse(row.getString(1), row.getLong(2), row.getLong(3)), row.getString(4)))
                .list();
        int lookedUp = 0;
        for (Row row : rows.subList(0, Math.min(MOST, rows.size()))) {
            boolean rare = row.use().patients() < ValueStandards.FEWEST_PATIENTS && lookedUp++ < LOOKED_UP;
            sink.accept(row.use(), rare ? known.of(row.eupi()).forDetectors() : KnownIdentifiers.none());
        }
        return rows.size() > MOST;
    }
}
