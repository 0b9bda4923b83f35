package org.imaginghaven.gate.promote;

import java.util.Optional;

/** Something reports say, as the subject of a promotion: {@code ReportFinding:pneumonia}. Promoted concept by concept, like tags. */
record ReportFinding(String concept) {

    private static final String PREFIX = "ReportFinding:";

    /** The finding a promotion is about, if it is about one. */
    static Optional<ReportFinding> ofSubject(String subject) {
        return subject.startsWith(PREFIX)
                ? Optional.of(new ReportFinding(subject.substring(PREFIX.length())))
                : Optional.empty();
    }

    String subject() {
        return PREFIX + concept;
    }
}
