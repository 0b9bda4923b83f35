package org.imaginghaven.governance.extract;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.imaginghaven.governance.people.Part;
import org.imaginghaven.governance.people.Review;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;

/** Extractions as governance sees them. */
public interface Extractions {

    /** True while the extraction rests on an agreement that is in force for it on that day. */
    boolean covered(Key extractionKey, Key agreementKey, LocalDate today);

    /** Who applied for, started or touched the extraction. */
    Map<Part, Set<String>> involvedIn(Key extractionKey);

    /** Keeps a review of flagged files and that its reviewer touched the extraction. */
    void recordFlaggedReview(Key extractionKey, Review review, AuditEvent event);

    /** Keeps a decision about a release. */
    void keep(Review review, AuditEvent event);
}
