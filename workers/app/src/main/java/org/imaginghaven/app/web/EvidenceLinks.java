package org.imaginghaven.app.web;

import java.net.URI;
import org.imaginghaven.kernel.Key;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses of the signed-in pages where the evidence of a decision lies; forms link to them and hold none of it. */
@Component
class EvidenceLinks {

    private final URI app;

    EvidenceLinks(@Value("${haven.web.app}") URI app) {
        this.app = app;
    }

    String ofBatch(Key batch) {
        return at("evidence/batches", batch);
    }

    String ofTag(Key promotion) {
        return at("evidence/tags", promotion);
    }

    String ofRule(Key promotion) {
        return at("evidence/rules", promotion);
    }

    String ofImageType(Key promotion) {
        return at("evidence/image-types", promotion);
    }

    String ofExtraction(Key extraction) {
        return at("evidence/extractions", extraction);
    }

    private String at(String page, Key key) {
        return app.resolve("/" + page + "/" + key.value()).toString();
    }
}
