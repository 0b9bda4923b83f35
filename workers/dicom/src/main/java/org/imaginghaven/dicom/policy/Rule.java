package org.imaginghaven.dicom.policy;

import org.jspecify.annotations.Nullable;

/**
 * An action and where it comes from.
 *
 * @param origin file and line, table row or default, for explanations
 * @param parent tag of the sequence the element must lie directly in; 0 for anywhere
 * @param condition on the main data set; null for always
 */
public record Rule(Action action, String origin, int parent, @Nullable Condition condition) {

    static Rule of(Action action, String origin) {
        return new Rule(action, origin, 0, null);
    }
}
