package org.imaginghaven.app.web;

import java.security.Principal;
import java.util.List;
import org.imaginghaven.app.web.PromotionStarts.StartedPromotion;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposes tags and image types for the way out of the identifiable zone, and rules about what identifies. */
@RestController
@Profile("gate")
class PromotionsApi {

    private final PromotionStarts starts;

    PromotionsApi(PromotionStarts starts) {
        this.starts = starts;
    }

    /** @param keyword DICOM keyword of the tag, for example {@code BodyPartExamined}, or a finding of reports */
    record ProposedTag(@Nullable String keyword) {
    }

    /** A tag that is promoted already is proposed again, as its next version. */
    @PostMapping("/api/promotions/tags")
    @ResponseStatus(HttpStatus.CREATED)
    StartedPromotion tag(@RequestBody ProposedTag tag, Principal person) {
        if (tag.keyword() == null || tag.keyword().isBlank()) {
            throw new IllegalArgumentException("Say which tag: {\"keyword\": \"BodyPartExamined\"}.");
        }
        return starts.tag(tag.keyword(), person.getName());
    }

    /** The body is the rule; its author is who sends it. */
    @PostMapping("/api/promotions/rules")
    @ResponseStatus(HttpStatus.CREATED)
    StartedPromotion rule(@RequestBody String rule, Principal person) {
        return starts.rule(rule, person.getName());
    }

    /** Starts one promotion for each image type of the archive that has none. */
    @PostMapping("/api/promotions/image-types")
    @ResponseStatus(HttpStatus.CREATED)
    List<StartedPromotion> imageTypes(Principal person) {
        return starts.imageTypes(person.getName());
    }
}
