package org.imaginghaven.gate.promote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.imaginghaven.dicom.Dictionary;
import org.imaginghaven.nlp.rule.RulePreview;
import org.imaginghaven.schema.ZoneDatabase;

/** Reads the store file by file; memory holds one file and what was seen most recently of its values. */
final class JdbcStoreTexts implements StoreTexts {

    private static final int PAGE = 500;
    /** Beyond so many different values one may be given twice. */
    private static final int REMEMBERED = 200_000;
    private static final Set<String> TEXTS = Set.of("LO", "LT", "PN", "SH", "ST", "UC", "UT", "CS", "AE", "DA", "DT");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ZoneDatabase database;

    JdbcStoreTexts(ZoneDatabase database) {
        this.database = database;
    }

    @Override
    public void forEach(Consumer<RulePreview.Value> sink) {
        database.together(() -> {
            Set<RulePreview.Value> seen = new HashSet<>();
            try (Stream<String> files = database.sql().sql("select tags::text from identifiable.instance")
                    .withFetchSize(PAGE).query(String.class).stream()) {
                files.forEach(tags -> texts(tree(tags), value -> {
                    if (seen.size() >= REMEMBERED) {
                        seen.clear();
                    }
                    if (seen.add(value)) {
                        sink.accept(value);
                    }
                }));
            }
            return seen.size();
        });
    }

    private static JsonNode tree(String tags) {
        try {
            return JSON.readTree(tags);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("tags that are not JSON");
        }
    }

    private static void texts(JsonNode dataset, Consumer<RulePreview.Value> sink) {
        dataset.properties().forEach(element -> {
            String vr = element.getValue().path("vr").asText("");
            for (JsonNode value : element.getValue().path("Value")) {
                if (vr.equals("SQ")) {
                    texts(value, sink);
                } else if (TEXTS.contains(vr)) {
                    String text = value.isObject() ? value.path("Alphabetic").asText("") : value.asText("");
                    if (!text.isBlank()) {
                        sink.accept(new RulePreview.Value(column(element.getKey()), text));
                    }
                }
            }
        });
    }

    private static String column(String tag) {
        String keyword = Dictionary.keyword(Integer.parseUnsignedInt(tag, 16));
        return keyword == null ? tag : keyword;
    }
}
