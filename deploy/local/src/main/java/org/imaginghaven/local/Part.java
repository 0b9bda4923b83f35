package org.imaginghaven.local;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** One process of the local stack, in the order in which parts are shown. A part starts when everything it needs is healthy. */
public enum Part {

    POSTGRES("postgres", "PostgreSQL"), ELASTICSEARCH("elasticsearch", "Elasticsearch"), OPENSEARCH("opensearch",
            "OpenSearch"),
    /** The process engine. It starts beside its store and waits for it by itself. */
    BROKER("broker", "Camunda broker"),
    /** Operate and Tasklist. They give up when their store does not answer, so they wait for it. */
    WEBAPPS("webapps", "Camunda web apps", OPENSEARCH), APP("app", "Workers", POSTGRES, ELASTICSEARCH,
            BROKER), SEARCH("search", "Search", POSTGRES, ELASTICSEARCH, APP);

    private final String id;
    private final String title;
    private final Set<Part> needs;

    Part(String id, String title, Part... needs) {
        this.id = id;
        this.title = title;
        this.needs = Set.of(needs);
    }

    /** The word that names the part on the command line, in log files and in pid records. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    Set<Part> needs() {
        return needs;
    }

    /** Everything that is not our own code. */
    public static Set<Part> infrastructure() {
        return EnumSet.range(POSTGRES, WEBAPPS);
    }

    public static Set<Part> all() {
        return EnumSet.allOf(Part.class);
    }

    /**
     * The part with this id.
     *
     * @throws StackProblem naming the known ids
     */
    public static Part of(String id) {
        return Arrays.stream(values()).filter(part -> part.id.equals(id)).findFirst()
                .orElseThrow(() -> new StackProblem("There is no part \"" + id + "\". The parts are: "
                        + String.join(", ", Arrays.stream(values()).map(Part::id).toList()) + "."));
    }
}
