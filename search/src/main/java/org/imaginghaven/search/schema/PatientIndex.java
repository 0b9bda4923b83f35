package org.imaginghaven.search.schema;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;

/** Names and shape of the metadata index: patients, their studies nested in them, series groups nested in those. */
public final class PatientIndex {

    /** Where to search; the index behind it is replaced as a whole. */
    public static final String ALIAS = "haven-patients";
    /** Path of the nested studies. */
    public static final String STUDIES = "studies";
    /** Path of the nested series groups, the grain that filters speak of. */
    public static final String SERIES = "studies.series";
    /**
     * Fields whose sums over a set of patients tell that set from others. Each holds 30 bits, so that the sum over
     * eight million patients is still a whole number in a double, which is what Elasticsearch adds in.
     */
    public static final List<String> PRINTS = List.of("print0", "print1", "print2");

    private static final int PRINT_BITS = 30;

    private PatientIndex() {
    }

    /** A client of the index; close it with its transport. */
    public static ElasticsearchClient connect(URI url) {
        RestClient rest = RestClient.builder(HttpHost.create(url.toString()))
                .setRequestConfigCallback(config -> config.setConnectTimeout(5_000).setSocketTimeout(60_000)).build();
        return new ElasticsearchClient(new RestClientTransport(rest, new JacksonJsonpMapper()));
    }

    /** The field a facet is filtered and counted by. */
    public static String field(Facet facet) {
        return SERIES + "." + facet.key();
    }

    /** The index that is searched now, which is also the version of the data; empty before the first one is built. */
    public static Optional<String> version(ElasticsearchClient client) throws IOException {
        if (!client.indices().existsAlias(a -> a.name(ALIAS)).value()) {
            return Optional.empty();
        }
        return client.indices().getAlias(a -> a.name(ALIAS)).result().keySet().stream().sorted().findFirst();
    }

    /** The mapping and settings as JSON. */
    static byte[] definition() {
        try (var in = PatientIndex.class.getResourceAsStream("/schema/patients.json")) {
            if (in == null) {
                throw new IllegalStateException("schema/patients.json is missing from the search module");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document as the mapping wants it, with the facets of patient and study repeated in each series group. */
    static Map<String, Object> source(PatientDocument patient) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("patientKey", patient.patientKey().toString());
        int[] prints = prints(patient.patientKey());
        for (int i = 0; i < PRINTS.size(); i++) {
            source.put(PRINTS.get(i), prints[i]);
        }
        List<Map<String, Object>> studies = new ArrayList<>();
        for (PatientDocument.Study study : patient.studies()) {
            List<Map<String, Object>> series = study.series().stream().map(group -> group(patient, study, group))
                    .toList();
            studies.add(Map.of("studyKey", study.studyKey().toString(), "series", series));
        }
        source.put(STUDIES, studies);
        return source;
    }

    private static Map<String, Object> group(PatientDocument patient, PatientDocument.Study study,
            PatientDocument.SeriesGroup group) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Facet facet : Facet.values()) {
            Object value = value(facet, patient, study, group);
            if (value != null) {
                fields.put(facet.key(), value);
            }
        }
        fields.put("count", group.count());
        fields.put("files", group.files());
        return fields;
    }

    private static @Nullable Object value(Facet facet, PatientDocument patient, PatientDocument.Study study,
            PatientDocument.SeriesGroup group) {
        return switch (facet) {
            case MODALITY -> group.modality();
            case BODY_PART -> group.bodyPart();
            case SEX -> patient.sex();
            case AGE_BAND -> study.ageYears() == null
                    ? null
                    : AgeBand.ofYears(study.ageYears()).map(AgeBand::label).orElse(null);
            case YEAR -> study.year();
            case MANUFACTURER -> group.manufacturer();
            case FINDING -> study.findings().isEmpty() ? null : study.findings();
        };
    }

    private static int[] prints(UUID patientKey) {
        ByteBuffer key = ByteBuffer.allocate(16).putLong(patientKey.getMostSignificantBits())
                .putLong(patientKey.getLeastSignificantBits());
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key.array()));
            int mask = (1 << PRINT_BITS) - 1;
            return new int[]{digest.getInt() & mask, digest.getInt() & mask, digest.getInt() & mask};
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
