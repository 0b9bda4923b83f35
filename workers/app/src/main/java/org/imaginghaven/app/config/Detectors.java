package org.imaginghaven.app.config;

import java.util.EnumSet;
import java.util.Set;
import org.imaginghaven.governance.people.TextScreen;
import org.imaginghaven.nlp.FindingKind;
import org.imaginghaven.nlp.KnownIdentifiers;
import org.imaginghaven.nlp.TextDetectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The detectors governance texts must pass. */
@Configuration(proxyBeanMethods = false)
class Detectors {

    /** A condition may name a day or a health board; nothing about a person may be named. */
    private static final Set<FindingKind> HARMLESS = EnumSet.of(FindingKind.DATE, FindingKind.SITE);

    @Bean
    TextScreen textScreen() {
        return text -> TextDetectors.standard().find(text, KnownIdentifiers.none()).stream()
                .anyMatch(finding -> !HARMLESS.contains(finding.kind()));
    }
}
