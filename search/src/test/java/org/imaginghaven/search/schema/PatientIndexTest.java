package org.imaginghaven.search.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatientIndexTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID KEY = new UUID(1, 2);

    @Test
    void theMappingIsStrictAtEveryLevelAndKnowsEveryFacet() throws IOException {
        JsonNode mapping = JSON.readTree(PatientIndex.definition()).path("mappings");
        JsonNode studies = mapping.path("properties").path("studies");
        JsonNode series = studies.path("properties").path("series");

        assertThat(List.of(mapping, studies, series)).extracting(node -> node.path("dynamic").asText())
                .containsOnly("strict");
        for (Facet facet : Facet.values()) {
            assertThat(series.path("properties").has(facet.key())).as(facet.key()).isTrue();
        }
    }

    @Test
    void aDocumentHasOnlyFieldsOfTheMappingAndEveryFacet() throws IOException {
        JsonNode mapping = JSON.readTree(PatientIndex.definition()).path("mappings");
        JsonNode document = JSON.valueToTree(PatientIndex.source(patient()));

        List<String> unknown = new ArrayList<>();
        unknownFields(document, mapping, "", unknown);
        assertThat(unknown).isEmpty();
        JsonNode group = document.path("studies").path(0).path("series").path(0);
        for (Facet facet : Facet.values()) {
            assertThat(group.has(facet.key())).as(facet.key()).isTrue();
        }
        assertThat(group.path("ageBand").asText()).isEqualTo("60-69");
        assertThat(document.toString()).doesNotContain("67");
    }

    @Test
    void seriesWithTheSameFacetsAreOneGroup() {
        PatientDocument.Study study = patient().studies().getFirst();

        assertThat(study.series()).containsExactlyInAnyOrder(
                new PatientDocument.SeriesGroup("CT", "CHEST", "SIEMENS", 2, 150),
                new PatientDocument.SeriesGroup("SR", null, null, 1, 1));
    }

    private static PatientDocument patient() {
        return new PatientDocument(KEY, "F",
                List.of(new PatientDocument.Study(new UUID(3, 4), 2023, 67,
                        List.of("pneumonia:absent", "nodule:present"),
                        List.of(new PatientDocument.SeriesGroup("CT", "CHEST", "SIEMENS", 1, 100),
                                new PatientDocument.SeriesGroup("SR", null, null, 1, 1),
                                new PatientDocument.SeriesGroup("CT", "CHEST", "SIEMENS", 1, 50)))));
    }

    private static void unknownFields(JsonNode node, JsonNode mapping, String path, List<String> unknown) {
        if (node.isArray()) {
            node.forEach(item -> unknownFields(item, mapping, path, unknown));
        } else if (node.isObject()) {
            node.properties().forEach(field -> {
                JsonNode known = mapping.path("properties").path(field.getKey());
                if (known.isMissingNode()) {
                    unknown.add(path + field.getKey());
                }
                unknownFields(field.getValue(), known, path + field.getKey() + ".", unknown);
            });
        }
    }
}
