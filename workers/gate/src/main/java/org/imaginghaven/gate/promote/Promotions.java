package org.imaginghaven.gate.promote;

import java.util.List;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;

/** Promotions of tags and classes of image, and what their reviewers look at. */
interface Promotions {

    /** @param subject keyword of a tag, or the number of an image type */
    record Promotion(Key key, String kind, String subject, int version, String state) {
    }

    Promotion find(Key promotion);

    /** The open promotion of a tag, if somebody proposed it already. */
    java.util.Optional<Key> openTag(String keyword);

    /** Proposes the next version of a tag. */
    void proposeTag(Key promotion, String keyword, String by, AuditEvent event);

    /** Classes of image that nobody ever proposed. */
    List<Long> imageTypesWithoutPromotion();

    void proposeImageType(Key promotion, long imageType, String by, AuditEvent event);

    /** Lets it out; an older active version steps back. Does nothing unless it is proposed. */
    void activate(Key promotion, @Nullable String pixelAction, AuditEvent event);

    void refuse(Key promotion, AuditEvent event);

    /** Replaces what the reviewer looks at. */
    void keepEvidence(Key promotion, List<EvidenceItem> items, AuditEvent event);

    List<EvidenceItem> evidence(Key promotion);
}
