package org.imaginghaven.app.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.imaginghaven.app.engine.ProcessStarter;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.kernel.Key;
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

    private final GateZone zone;
    private final ProcessStarter engine;
    private final EvidenceLinks evidence;

    PromotionsApi(GateZone zone, ProcessStarter engine, EvidenceLinks evidence) {
        this.zone = zone;
        this.engine = engine;
        this.evidence = evidence;
    }

    /** @param keyword DICOM keyword of the tag, for example {@code BodyPartExamined}, or a finding of reports */
    record ProposedTag(@Nullable String keyword) {
    }

    record StartedPromotion(String promotionKey, long processInstanceKey) {
    }

    /** A tag that is promoted already is proposed again, as its next version. */
    @PostMapping("/api/promotions/tags")
    @ResponseStatus(HttpStatus.CREATED)
    StartedPromotion tag(@RequestBody ProposedTag tag, Principal person) {
        if (tag.keyword() == null || tag.keyword().isBlank()) {
            throw new IllegalArgumentException("Say which tag: {\"keyword\": \"BodyPartExamined\"}.");
        }
        Key key = zone.promotions().proposeTag(tag.keyword(), person.getName());
        return start("gate-promote-tag", key, evidence.ofTag(key), person);
    }

    /** The body is the rule; its author is who sends it. */
    @PostMapping("/api/promotions/rules")
    @ResponseStatus(HttpStatus.CREATED)
    StartedPromotion rule(@RequestBody String rule, Principal person) {
        Key key = zone.promotions().proposeRule(rule, person.getName());
        return start("gate-promote-rule", key, evidence.ofRule(key), person);
    }

    /** Starts one promotion for each image type of the archive that has none. */
    @PostMapping("/api/promotions/image-types")
    @ResponseStatus(HttpStatus.CREATED)
    List<StartedPromotion> imageTypes(Principal person) {
        return zone.promotions().proposeImageTypes(person.getName()).stream()
                .map(key -> start("gate-promote-image-type", key, evidence.ofImageType(key), person)).toList();
    }

    private StartedPromotion start(String process, Key key, String evidenceUrl, Principal person) {
        return new StartedPromotion(key.value(), engine.start(process, Map.of("promotionKey", key.value(),
                "startedBy", person.getName(), "evidenceUrl", evidenceUrl)));
    }
}
