package org.imaginghaven.app.web;

import java.util.List;
import java.util.Map;
import org.imaginghaven.app.engine.ProcessStarter;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.gate.promote.PromotionDesk;
import org.imaginghaven.kernel.Key;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Proposes a promotion and starts its process, for the API and the pages alike. */
@Component
@Profile("gate")
class PromotionStarts {

    private final PromotionDesk desk;
    private final ProcessStarter engine;
    private final EvidenceLinks evidence;

    PromotionStarts(GateZone zone, ProcessStarter engine, EvidenceLinks evidence) {
        this.desk = zone.promotions();
        this.engine = engine;
        this.evidence = evidence;
    }

    record StartedPromotion(String promotionKey, long processInstanceKey) {
    }

    StartedPromotion tag(String keyword, String person) {
        Key key = desk.proposeTag(keyword, person);
        return start("gate-promote-tag", key, evidence.ofTag(key), person);
    }

    StartedPromotion rule(String rule, String person) {
        Key key = desk.proposeRule(rule, person);
        return start("gate-promote-rule", key, evidence.ofRule(key), person);
    }

    List<StartedPromotion> imageTypes(String person) {
        return desk.proposeImageTypes(person).stream()
                .map(key -> start("gate-promote-image-type", key, evidence.ofImageType(key), person)).toList();
    }

    private StartedPromotion start(String process, Key key, String evidenceUrl, String person) {
        return new StartedPromotion(key.value(), engine.start(process,
                Map.of("promotionKey", key.value(), "startedBy", person, "evidenceUrl", evidenceUrl)));
    }
}
