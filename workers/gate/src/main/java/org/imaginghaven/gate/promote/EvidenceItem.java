package org.imaginghaven.gate.promote;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a reviewer looks at, kept in the identifiable zone.
 *
 * @param item name within the promotion; items are shown in the order of their names
 * @param content what to show, text by label
 * @param picture PNG
 */
@SuppressWarnings("ArrayRecordComponent")
public record EvidenceItem(String item, Map<String, String> content, byte @Nullable [] picture) {

    public EvidenceItem {
        content = Map.copyOf(content);
    }

    static EvidenceItem text(String item, Map<String, String> content) {
        return new EvidenceItem(item, content, null);
    }
}
