package org.imaginghaven.app.web;

import java.security.Principal;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.kernel.Key;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes a patient's opt-out into the identifiable zone and hands out the opaque key that the other zones hear. */
@RestController
@Profile("identifiable")
class OptOutsApi {

    private final IdentifiableZone zone;

    OptOutsApi(IdentifiableZone zone) {
        this.zone = zone;
    }

    /** @param source {@code chi}, {@code nhs} or {@code local:CONTROLLER} */
    record NewOptOut(@Nullable String source, @Nullable String value) {
        @Override
        public String toString() {
            return "NewOptOut";
        }
    }

    record RecordedOptOut(String optOutKey) {
    }

    @PostMapping("/api/opt-outs")
    @ResponseStatus(HttpStatus.CREATED)
    RecordedOptOut record(@RequestBody NewOptOut optOut, Principal person) {
        if (optOut.source() == null || optOut.value() == null) {
            throw new IllegalArgumentException("Say who: {\"source\": \"chi\", \"value\": \"…\"}.");
        }
        return zone.optOuts().record(optOut.source(), optOut.value(), person.getName()).map(Key::value)
                .map(RecordedOptOut::new)
                .orElseThrow(() -> new IllegalArgumentException("No patient is known by that number. Check the number"
                        + " and its source: chi, nhs or local:CONTROLLER."));
    }
}
