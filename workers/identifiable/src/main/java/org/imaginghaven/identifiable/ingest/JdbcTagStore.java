package org.imaginghaven.identifiable.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.imaginghaven.identifiable.ingest.ExaminedFile.Instance;
import org.imaginghaven.identifiable.ingest.InstanceFacts.ImageType;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.ZoneDatabase;

/**
 * One statement per table and transaction, rows sorted by their unique key: parallel jobs then wait for each other in
 * one order and never in a ring.
 */
final class JdbcTagStore implements TagStore {

    private final ZoneDatabase database;
    private final JdbcPatients patients;

    JdbcTagStore(ZoneDatabase database, JdbcPatients patients) {
        this.database = database;
        this.patients = patients;
    }

    @Override
    public Set<String> controllers() {
        return new HashSet<>(
                database.sql().sql("select code from governance.data_controller").query(String.class).list());
    }

    @Override
    public List<FileExamination.Pending> pending(Key batch, int chunk, long afterFileId, int limit) {
        return database.sql().sql("""
                select file_id, path from identifiable.file
                where batch_key = :key and chunk = :chunk and state = 'pending' and file_id > :after
                order by file_id limit :limit""").param("key", batch.value()).param("chunk", chunk)
                .param("after", afterFileId).param("limit", limit)
                .query((row, n) -> new FileExamination.Pending(row.getLong(1), row.getString(2))).list();
    }

    @Override
    public void file(Key batch, List<ExaminedFile> files) {
        database.together(() -> {
            Set<Long> mine = lockPending(files);
            List<Instance> instances = new ArrayList<>();
            List<Settled> settled = new ArrayList<>();
            for (ExaminedFile file : files) {
                if (mine.contains(file.fileId())) {
                    switch (file) {
                        case Instance instance -> instances.add(instance);
                        case ExaminedFile.SetAside(long id, QuarantineReason reason) ->
                            settled.add(new Settled(id, FileState.QUARANTINED, reason.name(), ""));
                    }
                }
            }
            settled.addAll(store(batch, instances));
            settle(settled);
            return settled.size();
        });
    }

    private record Settled(long fileId, FileState state, String reason, String instanceKey) {
    }

    private record Known(String instanceKey, byte[] sha256) {
    }

    private Set<Long> lockPending(List<ExaminedFile> files) {
        return new HashSet<>(database.sql().sql("""
                select file_id from identifiable.file where file_id = any(:ids) and state = 'pending'
                order by file_id for update""").param("ids", files.stream().map(ExaminedFile::fileId)
                .toArray(Long[]::new)).query(Long.class).list());
    }

    private List<Settled> store(Key batch, List<Instance> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        List<Instance> sorted = found.stream()
                .sorted(Comparator.comparing((Instance i) -> i.facts().sopInstanceUid()).thenComparing(Instance::path))
                .toList();
        Map<PatientIdentifier, String> eupis = patients
                .findOrCreate(sorted.stream().map(Instance::patient).distinct().sorted().toList());
        Map<ImageType, Long> types = imageTypes(sorted);
        Map<String, String> stored = insert(batch, sorted, eupis, types);
        Map<String, Known> known = known(sorted);
        List<Settled> settled = new ArrayList<>();
        for (Instance instance : sorted) {
            String uid = instance.facts().sopInstanceUid();
            Known there = java.util.Objects.requireNonNull(known.get(uid));
            if (instance.path().equals(stored.get(uid))) {
                settled.add(new Settled(instance.fileId(), FileState.STORED, "", there.instanceKey()));
            } else if (Arrays.equals(there.sha256(), instance.sha256())) {
                settled.add(new Settled(instance.fileId(), FileState.DUPLICATE, "", there.instanceKey()));
            } else {
                settled.add(new Settled(instance.fileId(), FileState.QUARANTINED, QuarantineReason.UID_CONFLICT.name(),
                        ""));
            }
        }
        return settled;
    }

    /** @return the path of the file that was stored now, by SOP Instance UID */
    private Map<String, String> insert(Key batch, List<Instance> sorted, Map<PatientIdentifier, String> eupis,
            Map<ImageType, Long> types) {
        Map<String, String> stored = new HashMap<>();
        database.sql().sql("""
                insert into identifiable.instance (sop_instance_uid, series_uid, study_uid, sop_class_uid, eupi,
                    id_source, id_value, controller, modality, image_type_id, path, size_bytes, sha256, tags, batch_key)
                select uid, series, study, class, eupi, source, value, controller, modality, type, path, size,
                    decode(digest, 'hex'), tags::jsonb, :batch
                from unnest(:uids, :series, :studies, :classes, :eupis, :sources, :values, :controllers, :modalities,
                    :types, :paths, :sizes, :digests, :tags)
                    as x(uid, series, study, class, eupi, source, value, controller, modality, type, path, size,
                    digest, tags)
                on conflict (sop_instance_uid) do nothing
                returning sop_instance_uid, path""").param("batch", batch.value())
                .param("uids", texts(sorted, i -> i.facts().sopInstanceUid()))
                .param("series", texts(sorted, i -> i.facts().seriesUid()))
                .param("studies", texts(sorted, i -> i.facts().studyUid()))
                .param("classes", texts(sorted, i -> i.facts().sopClassUid()))
                .param("eupis", texts(sorted, i -> eupis.get(i.patient())))
                .param("sources", texts(sorted, i -> i.patient().source()))
                .param("values", texts(sorted, i -> i.patient().value()))
                .param("controllers", texts(sorted, Instance::controller))
                .param("modalities", texts(sorted, i -> i.facts().modality()))
                .param("types", sorted.stream().map(i -> types.get(i.facts().imageType())).toArray(Long[]::new))
                .param("paths", texts(sorted, Instance::path))
                .param("sizes", sorted.stream().map(Instance::size).toArray(Long[]::new))
                .param("digests", texts(sorted, i -> java.util.HexFormat.of().formatHex(i.sha256())))
                .param("tags", texts(sorted, Instance::tags)).query(row -> {
                    stored.put(row.getString(1), row.getString(2));
                });
        return stored;
    }

    private Map<String, Known> known(List<Instance> sorted) {
        Map<String, Known> known = new HashMap<>();
        database.sql().sql("""
                select sop_instance_uid, instance_key::text, sha256 from identifiable.instance
                where sop_instance_uid = any(:uids)""").param("uids", texts(sorted, i -> i.facts().sopInstanceUid()))
                .query(row -> {
                    known.put(row.getString(1), new Known(row.getString(2), row.getBytes(3)));
                });
        return known;
    }

    private Map<ImageType, Long> imageTypes(List<Instance> sorted) {
        List<ImageType> types = sorted.stream().map(i -> i.facts().imageType()).filter(java.util.Objects::nonNull)
                .distinct().sorted().toList();
        String columns = "unnest(:modalities, :makers, :models, :software, :types) as x(m, mk, md, s, t)";
        Map<ImageType, Long> ids = new HashMap<>();
        if (types.isEmpty()) {
            return ids;
        }
        for (String statement : List.of(
                "insert into identifiable.image_type (modality, manufacturer, model, software, image_type) select m, mk, md, s, t from "
                        + columns + " on conflict do nothing returning 1, 1, 1, 1, 1, 1",
                "select i.* from identifiable.image_type i join " + columns
                        + " on (modality, manufacturer, model, software, image_type) = (m, mk, md, s, t)")) {
            boolean reading = statement.startsWith("select");
            database.sql().sql(statement).param("modalities", texts(types, ImageType::modality))
                    .param("makers", texts(types, ImageType::manufacturer))
                    .param("models", texts(types, ImageType::model))
                    .param("software", texts(types, ImageType::software))
                    .param("types", texts(types, ImageType::imageType))
                    .query(row -> {
                        if (reading) {
                            ids.put(new ImageType(row.getString(2), row.getString(3), row.getString(4),
                                    row.getString(5), row.getString(6)), row.getLong(1));
                        }
                    });
        }
        return ids;
    }

    private void settle(List<Settled> files) {
        database.sql().sql("""
                update identifiable.file f
                set state = x.state, reason = nullif(x.reason, ''), instance_key = nullif(x.instance, '')::uuid
                from unnest(:ids, :states, :reasons, :instances) as x(id, state, reason, instance)
                where f.file_id = x.id""").param("ids", files.stream().map(Settled::fileId).toArray(Long[]::new))
                .param("states", texts(files, f -> f.state().stored())).param("reasons", texts(files, Settled::reason))
                .param("instances", texts(files, Settled::instanceKey)).update();
    }

    @Override
    public void chunkDone(AuditEvent event) {
        database.change(event, () -> {
        });
    }

    private static <T> String[] texts(List<T> from,
            Function<T, ? extends @org.jspecify.annotations.Nullable String> part) {
        return from.stream().map(part).toArray(String[]::new);
    }
}
