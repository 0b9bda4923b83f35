package org.imaginghaven.search.disclosure;

import java.util.Map;
import java.util.Optional;

/** The findings of reports that are promoted now, by value of the facet. */
@FunctionalInterface
public interface FindingCatalogue {

    /**
     * What people are told beside a value such as {@code hip-fracture:present}.
     *
     * @param name of the concept
     * @param parent id of the nearest promoted broader concept
     * @param correct readings that were right when it was measured
     * @param measured readings looked at
     * @param source what was read then
     */
    record Explained(String name, Optional<String> parent, int correct, int measured, String source) {
    }

    Map<String, Explained> now();
}
