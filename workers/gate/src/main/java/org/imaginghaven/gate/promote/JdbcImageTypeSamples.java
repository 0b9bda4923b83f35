package org.imaginghaven.gate.promote;

import java.nio.file.Path;
import java.util.List;
import org.imaginghaven.schema.ZoneDatabase;

final class JdbcImageTypeSamples implements ImageTypeSamples {

    private final ZoneDatabase database;

    JdbcImageTypeSamples(ZoneDatabase database) {
        this.database = database;
    }

    @Override
    public Device device(long imageType) {
        return database.sql().sql("select * from identifiable.image_type where image_type_id = :id")
                .param("id", imageType)
                .query((row, n) -> new Device(row.getString("modality"), row.getString("manufacturer"),
                        row.getString("model"), row.getString("software"), row.getString("image_type")))
                .single();
    }

    @Override
    public List<Path> files(long imageType, int most) {
        return database.sql().sql("""
                select b.folder, i.path from (
                    select *, row_number() over (partition by eupi order by series_uid, sop_instance_uid) as turn
                    from identifiable.instance where image_type_id = :id) i
                join identifiable.batch b using (batch_key)
                order by i.turn, i.sop_instance_uid limit :most""").param("id", imageType).param("most", most)
                .query((row, n) -> Path.of(row.getString(1)).resolve(row.getString(2))).list();
    }
}
