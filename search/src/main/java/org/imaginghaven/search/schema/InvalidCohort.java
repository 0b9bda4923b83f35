package org.imaginghaven.search.schema;

import java.util.List;

/** A cohort definition that the grammar refuses; names facets, positions and lengths, never a value. */
public final class InvalidCohort extends Exception {

    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    InvalidCohort(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each thing to put right. */
    public List<String> problems() {
        return problems;
    }
}
