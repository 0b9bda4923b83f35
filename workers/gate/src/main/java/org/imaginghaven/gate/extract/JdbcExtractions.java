package org.imaginghaven.gate.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;
import org.jspecify.annotations.Nullable;

final class JdbcExtractions implements Extractions {

    private final ZoneDatabase database;
    private final ExtractionPlan plan;

    JdbcExtractions(ZoneDatabase database) {
        this.database = database;
        this.plan = new ExtractionPlan(database);
    }

    @Override
    public void register(Key extraction, Key agreement, String by, AuditEvent event) {
        database.change(event, () -> {
            int made = database.sql().sql("""
                    insert into governance.extraction (extraction_key, agreement_key, project_key, started_by)
                    select :key, agreement_key, project_key, :by from governance.agreement
                    where agreement_key = :agreement""").param("key", extraction.value()).param("by", by)
                    .param("agreement", agreement.value()).update();
            if (made == 0) {
                throw new IllegalArgumentException("There is no such agreement.");
            }
            database.sql().sql("""
                    insert into governance.extraction_person (extraction_key, username, duty)
                    values (:key, :by, 'started')""").param("key", extraction.value()).param("by", by).update();
        });
    }

    @Override
    public Extraction find(Key extraction) {
        return database.sql().sql("select * from governance.extraction where extraction_key = :key")
                .param("key", extraction.value())
                .query((row, n) -> new Extraction(extraction, new Key(row.getString("agreement_key")),
                        new Key(row.getString("project_key")), row.getString("policy"),
                        ExtractionState.of(row.getString("state"))))
                .single();
    }

    @Override
    public int plan(Extraction extraction, int chunkFiles, AuditEvent event) {
        return plan.make(extraction, chunkFiles, event);
    }

    @Override
    public List<Integer> openChunks(Key extraction) {
        return database.sql().sql("""
                select distinct chunk from governance.extraction_file
                where extraction_key = :key and state = 'pending' order by 1""").param("key", extraction.value())
                .query(Integer.class).list();
    }

    @Override
    public List<SourceFile> pending(Key extraction, int chunk, String afterItem, int limit) {
        return database.sql().sql("""
                select f.item, i.eupi, b.folder, i.path, i.size_bytes, i.image_type_id is not null as image,
                    p.opted_out_at is not null or p.provisional as out, m.promotion_key,
                    i.sop_class_uid like '1.2.840.10008.5.1.4.1.1.88.%' and exists (
                        select 1 from governance.extraction x join governance.agreement_controller c
                            using (agreement_key) where x.extraction_key = f.extraction_key
                            and c.controller = i.controller and c.report_text and c.revoked_at is null) as report_text,
                    case when m.state = 'active' then m.pixel_rule ->> 'action' end as action
                from governance.extraction_file f
                join identifiable.instance i on i.instance_key = f.instance_key
                join identifiable.batch b on b.batch_key = i.batch_key
                join identifiable.patient p on p.eupi = i.eupi
                left join identifiable.image_type t on t.image_type_id = i.image_type_id
                left join governance.promotion m on m.kind = 'image-type'
                    and m.subject = t.image_type_id::text and m.state = 'active'
                where f.extraction_key = :key and f.chunk = :chunk and f.state = 'pending' and f.item > :after
                order by f.item limit :limit""").param("key", extraction.value()).param("chunk", chunk)
                .param("after", afterItem).param("limit", limit)
                .query((row, n) -> new SourceFile(row.getString("item"), row.getString("eupi"),
                        Path.of(row.getString("folder")).resolve(row.getString("path")), row.getLong("size_bytes"),
                        row.getBoolean("out"), row.getBoolean("image"), row.getBoolean("report_text"),
                        row.getString("promotion_key"),
                        row.getString("action")))
                .list();
    }

    @Override
    public void settle(Key extraction, List<ExtractedFile> files) {
        List<ExtractedFile> sorted = files.stream().sorted(java.util.Comparator.comparing(ExtractedFile::item))
                .toList();
        database.together(() -> {
            int settled = database.sql().sql("""
                    with locked as (select item from governance.extraction_file
                        where extraction_key = :key and item = any(:items) and state = 'pending'
                        order by item for update)
                    update governance.extraction_file f set state = x.state, reason = x.reason,
                        output_path = x.output, sha256 = decode(x.sha, 'hex'), size_bytes = x.size
                    from unnest(:items, :states, :reasons, :outputs, :shas, :sizes)
                        as x(item, state, reason, output, sha, size), locked l
                    where f.extraction_key = :key and f.item = x.item and l.item = x.item""")
                    .param("key", extraction.value()).param("items", texts(sorted, ExtractedFile::item))
                    .param("states", texts(sorted, f -> f.state().stored()))
                    .param("reasons", texts(sorted, ExtractedFile::reason))
                    .param("outputs", texts(sorted, ExtractedFile::output))
                    .param("shas", texts(sorted, ExtractedFile::sha256))
                    .param("sizes", sorted.stream().map(ExtractedFile::size).toArray(Long[]::new)).update();
            database.sql().sql("""
                    insert into governance.extraction_promotion (extraction_key, promotion_key)
                    select distinct :key, p from unnest(:promotions) p where p is not null order by 2
                    on conflict do nothing""").param("key", extraction.value())
                    .param("promotions", texts(sorted, ExtractedFile::promotion)).update();
            return settled;
        });
    }

    @Override
    public void note(AuditEvent event) {
        database.change(event, () -> {
        });
    }

    @Override
    public ExtractionCounts count(Key extraction) {
        return database.together(() -> {
            Map<String, Integer> states = grouped("state", extraction);
            return new ExtractionCounts(states.values().stream().mapToInt(Integer::intValue).sum(),
                    of(states, FileState.PENDING), of(states, FileState.DEIDENTIFIED), of(states, FileState.FLAGGED),
                    of(states, FileState.REJECTED), of(states, FileState.FAILED), of(states, FileState.UNMATCHED),
                    of(states, FileState.RELEASED), of(states, FileState.WITHDRAWN), grouped("reason", extraction));
        });
    }

    private static int of(Map<String, Integer> states, FileState state) {
        return states.getOrDefault(state.stored(), 0);
    }

    private Map<String, Integer> grouped(String column, Key extraction) {
        Map<String, Integer> counts = new HashMap<>();
        database.sql()
                .sql("select " + column + ", count(*)::int from governance.extraction_file where extraction_key = "
                        + ":key and " + column + " is not null group by 1")
                .param("key", extraction.value()).query(row -> {
                    counts.put(row.getString(1), row.getInt(2));
                });
        return counts;
    }

    @Override
    public List<PackagedFile> packaged(Key extraction) {
        return database.sql().sql("""
                select item, output_path, encode(sha256, 'hex'), size_bytes from governance.extraction_file
                where extraction_key = :key and state = 'deidentified' order by output_path""")
                .param("key", extraction.value()).query((row, n) -> new PackagedFile(row.getString(1),
                        row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    @Override
    public void fail(Key extraction, Collection<String> items, String reason, AuditEvent event) {
        database.change(event, () -> database.sql().sql("""
                update governance.extraction_file set state = 'failed', reason = :reason, output_path = null,
                    sha256 = null where extraction_key = :key and item = any(:items) and state = 'deidentified'""")
                .param("reason", reason).param("key", extraction.value())
                .param("items", items.toArray(String[]::new)).update());
    }

    @Override
    public List<ExtractionDesk.FlaggedFiles> flagged(Key extraction) {
        return database.sql().sql("""
                select coalesce(i.modality, ''), f.reason, coalesce(t.promotion_key, ''), count(*)::int
                from governance.extraction_file f join identifiable.instance i using (instance_key)
                left join identifiable.image_type t on t.image_type_id = i.image_type_id
                where f.extraction_key = :key and f.state = 'flagged' group by 1, 2, 3 order by 4 desc, 1, 2, 3""")
                .param("key", extraction.value())
                .query((row, n) -> new ExtractionDesk.FlaggedFiles(row.getString(1), row.getString(2),
                        row.getString(3), row.getInt(4)))
                .list();
    }

    @Override
    public void flaggedTo(Key extraction, FileState state, AuditEvent event) {
        database.changed(() -> database.sql().sql("""
                update governance.extraction_file set state = :state,
                    reason = case when :state = 'pending' then null else reason end
                where extraction_key = :key and state = 'flagged'""").param("state", state.stored())
                .param("key", extraction.value()).update(), files -> files > 0 ? event : null);
    }

    @Override
    public void reject(Key extraction, String reason, AuditEvent event) {
        database.changed(() -> database.sql().sql("""
                update governance.extraction_file set state = 'rejected', reason = :reason
                where extraction_key = :key and state in ('pending', 'deidentified', 'flagged')""")
                .param("reason", reason).param("key", extraction.value()).update(), files -> files > 0 ? event : null);
    }

    @Override
    public List<String> rejectOptedOut(Key extraction, AuditEvent event) {
        return database.changed(() -> {
            database.sql().sql("""
                    update governance.extraction_file f set state = 'rejected', reason = 'OPTED_OUT'
                    from identifiable.instance i join identifiable.patient p using (eupi)
                    where f.extraction_key = :key and f.state in ('pending', 'deidentified', 'flagged')
                        and i.instance_key = f.instance_key and p.opted_out_at is not null""")
                    .param("key", extraction.value()).update();
            return rejectedOutputs(extraction);
        }, outputs -> outputs.isEmpty() ? null : event);
    }

    private List<String> rejectedOutputs(Key extraction) {
        return database.sql().sql("""
                select output_path from governance.extraction_file
                where extraction_key = :key and state = 'rejected' and output_path is not null""")
                .param("key", extraction.value()).query(String.class).list();
    }

    @Override
    public void moveTo(Key extraction, ExtractionState state, AuditEvent event) {
        boolean last = state != ExtractionState.EXTRACTING && state != ExtractionState.IN_REVIEW;
        database.changed(() -> database.sql().sql("""
                update governance.extraction set state = :state, finished_at = case when :last then now() end
                where extraction_key = :key and state <> :state
                    and (state not in ('suspended', 'failed', 'empty'))""").param("state", state.stored())
                .param("last", last).param("key", extraction.value()).update(), changed -> changed > 0 ? event : null);
    }

    @Override
    public List<List<String>> metadata(Key extraction) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("file", "patient", "study", "series", "instance", "modality", "body_part", "manufacturer",
                "sex", "age_years"));
        database.sql().sql("""
                select f.output_path, f.pseudonym, e.modality, e.body_part, e.promoted ->> 'Manufacturer', p.sex,
                    s.age_years::text
                from governance.extraction_file f
                left join inventory.instance i using (instance_key) left join inventory.series e using (series_key)
                left join inventory.study s using (study_key) left join inventory.patient p using (patient_key)
                where f.extraction_key = :key and f.state = 'deidentified' order by f.output_path""")
                .param("key", extraction.value()).query(row -> {
                    Path path = Path.of(row.getString(1));
                    int names = path.getNameCount();
                    rows.add(List.of(row.getString(1), row.getString(2), uid(path.getName(names - 3)),
                            uid(path.getName(names - 2)), uid(path.getName(names - 1)), text(row.getString(3)),
                            text(row.getString(4)), text(row.getString(5)), text(row.getString(6)),
                            text(row.getString(7))));
                });
        return rows;
    }

    /** The engine names folders and files by the UIDs it made, without what they all begin with. */
    private static String uid(Path name) {
        String number = name.toString().replaceFirst("\\.dcm$", "");
        return number.chars().allMatch(Character::isDigit) ? "2.25." + number : "";
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public Optional<byte[]> secret(Key project) {
        return ProjectSecrets.of(database, project);
    }

    private static <T> String[] texts(List<T> from, Function<T, ? extends @Nullable String> part) {
        return from.stream().map(part).toArray(String[]::new);
    }
}
