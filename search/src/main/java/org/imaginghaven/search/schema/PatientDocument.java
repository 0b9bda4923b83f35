package org.imaginghaven.search.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One patient of the index. Holds only promoted, standardised values and keys that mean nothing outside the inventory.
 *
 * @param patientKey the inventory's key, which is also the id of the document
 * @param sex {@code F}, {@code M}, {@code O} or null
 */
public record PatientDocument(UUID patientKey, @Nullable String sex, List<Study> studies) {

    public PatientDocument {
        studies = List.copyOf(studies);
    }

    /**
     * @param year calendar year of the study, not shifted, or null
     * @param ageYears age in whole years at the study; only its band is indexed
     * @param findings promoted findings of its reports, for example {@code pneumonia:absent}
     */
    public record Study(UUID studyKey, @Nullable Integer year, @Nullable Integer ageYears, List<String> findings,
            List<SeriesGroup> series) {

        /** Series that share every facet are counted as one group, so that a study stays small. */
        public Study {
            findings = List.copyOf(findings);
            Map<List<@Nullable String>, SeriesGroup> groups = new LinkedHashMap<>();
            for (SeriesGroup group : series) {
                groups.merge(group.facets(), group, SeriesGroup::plus);
            }
            series = List.copyOf(groups.values());
        }
    }

    /**
     * Series of one study with the same facets.
     *
     * @param count how many series
     * @param files how many instances in them
     */
    public record SeriesGroup(@Nullable String modality, @Nullable String bodyPart, @Nullable String manufacturer,
            int count, long files) {

        private List<@Nullable String> facets() {
            return java.util.Arrays.asList(modality, bodyPart, manufacturer);
        }

        private SeriesGroup plus(SeriesGroup other) {
            return new SeriesGroup(modality, bodyPart, manufacturer, count + other.count, files + other.files);
        }
    }
}
