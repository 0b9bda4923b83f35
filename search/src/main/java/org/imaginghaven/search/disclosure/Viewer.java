package org.imaginghaven.search.disclosure;

/**
 * Who asks.
 *
 * @param exact whether their role sees exact counts above the threshold; such sight is audited
 */
public record Viewer(String username, boolean exact) {
}
