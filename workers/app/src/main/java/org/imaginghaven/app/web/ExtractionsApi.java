package org.imaginghaven.app.web;

import java.security.Principal;
import java.util.Map;
import org.imaginghaven.app.engine.ProcessStarter;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts extractions and tells what became of every file. */
@RestController
@Profile("gate")
class ExtractionsApi {

    private final GateZone zone;
    private final ProcessStarter engine;
    private final EvidenceLinks evidence;

    ExtractionsApi(GateZone zone, ProcessStarter engine, EvidenceLinks evidence) {
        this.zone = zone;
        this.engine = engine;
        this.evidence = evidence;
    }

    record NewExtraction(@Nullable String agreementKey) {
    }

    record StartedExtraction(String extractionKey, long processInstanceKey) {
    }

    @PostMapping("/api/extractions")
    @ResponseStatus(HttpStatus.CREATED)
    StartedExtraction start(@RequestBody NewExtraction extraction, Principal person) {
        if (extraction.agreementKey() == null) {
            throw new IllegalArgumentException("Say under which agreement: {\"agreementKey\": \"agr-…\"}.");
        }
        Key agreement = new Key(extraction.agreementKey());
        Key key = zone.extractions().register(agreement, person.getName());
        return new StartedExtraction(key.value(), engine.start("gate-extract-cohort",
                Map.of("extractionKey", key.value(), "agreementKey", agreement.value(), "startedBy", person.getName(),
                        "evidenceUrl", evidence.ofExtraction(key))));
    }

    @GetMapping("/api/extractions/{extractionKey}")
    Map<String, Object> show(@PathVariable String extractionKey) {
        Key key = new Key(extractionKey);
        return Map.of("state", zone.extractions().state(key), "counts", zone.extractions().counts(key));
    }
}
