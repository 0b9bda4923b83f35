package org.imaginghaven.governance.people;

import java.util.Set;

/** The people the platform knows. */
public interface People {

    /** The groups of a person; none when unknown or disabled. */
    Set<String> groupsOf(String username);
}
