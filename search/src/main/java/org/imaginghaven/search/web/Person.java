package org.imaginghaven.search.web;

import java.util.Set;
import org.imaginghaven.search.disclosure.Viewer;

/** Who is signed in, with the groups they are in now. */
record Person(String username, String displayName, Set<String> groups) {

    static final String COORDINATOR = "coordinator";
    static final String RESEARCHER = "researcher";

    Person {
        groups = Set.copyOf(groups);
    }

    /** Coordinators see exact counts, above the threshold; it is on record that they did. */
    Viewer viewer() {
        return new Viewer(username, groups.contains(COORDINATOR));
    }
}
