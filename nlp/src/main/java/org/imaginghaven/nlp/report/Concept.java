package org.imaginghaven.nlp.report;

import java.util.List;

/**
 * Something radiologists report.
 *
 * @param parent id of the broader concept, empty when there is none
 * @param kind finding, disease, procedure or device
 * @param names the preferred name first
 */
public record Concept(String id, String parent, String kind, List<String> names) {

    public Concept {
        names = List.copyOf(names);
    }

    public String name() {
        return names.getFirst();
    }
}
