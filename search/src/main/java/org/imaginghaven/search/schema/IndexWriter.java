package org.imaginghaven.search.schema;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Builds the metadata index anew beside the one in use, checks it, and puts it in its place in one step.
 *
 * <p>Safe to run again, and by two at once: each builds an index of its own, and the last to finish is the one in use.
 */
public final class IndexWriter {

    private static final int BULK = 1_000;
    private static final int SWAP_ATTEMPTS = 5;
    private static final Duration ABANDONED = Duration.ofHours(12);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS")
            .withZone(ZoneOffset.UTC);

    private final ElasticsearchClient client;
    private final Clock clock;

    public IndexWriter(ElasticsearchClient client) {
        this(client, Clock.systemUTC());
    }

    IndexWriter(ElasticsearchClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * What is searched from now on.
     *
     * @param name of the index, which is the version of the data
     * @param patients documents in it
     */
    public record Version(String name, long patients) {
    }

    /** The index could not be built or does not hold what was sent; the one in use was not touched. */
    public static final class IncompleteIndex extends IOException {

        private static final long serialVersionUID = 1L;

        IncompleteIndex(String message) {
            super(message);
        }
    }

    /**
     * Indexes the patients, a thousand at a time, and swaps the alias.
     *
     * @param patients read once; a patient that comes twice is refused
     * @throws IncompleteIndex when a document was refused or the count differs; the message names no value
     */
    public Version replaceWith(Iterator<PatientDocument> patients) throws IOException {
        discardAbandoned();
        String name = PatientIndex.ALIAS + "-" + stamp(clock.instant()) + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        client.indices()
                .create(c -> c.index(name).withJson(new ByteArrayInputStream(PatientIndex.definition())));
        boolean inUse = false;
        try {
            long written = write(name, patients);
            client.indices().refresh(r -> r.index(name));
            long found = client.count(c -> c.index(name)).count();
            if (found != written) {
                throw new IncompleteIndex("index holds " + found + " of " + written + " patients");
            }
            swap(name);
            inUse = true;
            return new Version(name, written);
        } finally {
            if (!inUse) {
                discard(name);
            }
        }
    }

    /**
     * Takes patients out of the index in use at once, without waiting for the next version.
     *
     * @return how many of them were in it
     */
    public int remove(Collection<UUID> patientKeys) throws IOException {
        Optional<String> version = PatientIndex.version(client);
        if (version.isEmpty() || patientKeys.isEmpty()) {
            return 0;
        }
        List<BulkOperation> deletions = patientKeys.stream()
                .map(key -> BulkOperation.of(o -> o.delete(d -> d.index(version.get()).id(key.toString())))).toList();
        BulkResponse response = client.bulk(b -> b.operations(deletions));
        client.indices().refresh(r -> r.index(version.get()));
        long failed = response.items().stream().filter(item -> item.error() != null).count();
        if (failed > 0) {
            throw new IncompleteIndex(failed + " of " + deletions.size() + " patients could not be removed");
        }
        return (int) response.items().stream().filter(item -> "deleted".equals(item.result())).count();
    }

    private long write(String name, Iterator<PatientDocument> patients) throws IOException {
        long written = 0;
        List<BulkOperation> batch = new ArrayList<>(BULK);
        while (patients.hasNext()) {
            PatientDocument patient = patients.next();
            batch.add(BulkOperation.of(o -> o.create(c -> c.index(name).id(patient.patientKey().toString())
                    .document(PatientIndex.source(patient)))));
            if (batch.size() == BULK || !patients.hasNext()) {
                written += send(batch, written);
                batch.clear();
            }
        }
        return written;
    }

    private int send(List<BulkOperation> batch, long before) throws IOException {
        BulkResponse response = client.bulk(b -> b.operations(batch));
        if (response.errors()) {
            for (int i = 0; i < response.items().size(); i++) {
                var error = response.items().get(i).error();
                if (error != null) {
                    throw new IncompleteIndex("patient " + (before + i + 1) + " was refused: " + error.type());
                }
            }
        }
        return batch.size();
    }

    /**
     * Puts the alias on the new index alone and deletes those it was on, in one step. Another writer may do the same
     * between reading the alias and moving it, so a vanished index means: look again.
     */
    private void swap(String name) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                List<String> before = client.indices().existsAlias(a -> a.name(PatientIndex.ALIAS)).value()
                        ? List.copyOf(client.indices().getAlias(a -> a.name(PatientIndex.ALIAS)).result().keySet())
                        : List.of();
                client.indices().updateAliases(u -> {
                    before.forEach(old -> u.actions(a -> a.removeIndex(r -> r.index(old))));
                    return u.actions(a -> a.add(add -> add.index(name).alias(PatientIndex.ALIAS)));
                });
                return;
            } catch (ElasticsearchException e) {
                if (e.status() != 404 || attempt == SWAP_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void discard(String name) throws IOException {
        try {
            client.indices().delete(d -> d.index(name).ignoreUnavailable(true));
        } catch (ElasticsearchException e) {
            if (e.status() != 404) {
                throw e;
            }
        }
    }

    /** What a writer left behind that was killed half-way, long enough ago that none can still be at work on it. */
    private void discardAbandoned() throws IOException {
        String oldest = PatientIndex.ALIAS + "-" + stamp(clock.instant().minus(ABANDONED));
        for (var entry : client.indices().get(g -> g.index(PatientIndex.ALIAS + "-*").allowNoIndices(true)).result()
                .entrySet()) {
            if (entry.getValue().aliases().isEmpty() && entry.getKey().compareTo(oldest) < 0) {
                discard(entry.getKey());
            }
        }
    }

    private static String stamp(Instant instant) {
        return STAMP.format(instant).toLowerCase(Locale.ROOT);
    }
}
