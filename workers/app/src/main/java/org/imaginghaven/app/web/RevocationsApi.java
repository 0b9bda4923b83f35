package org.imaginghaven.app.web;

import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.imaginghaven.app.engine.ProcessStarter;
import org.imaginghaven.governance.GovernanceZone;
import org.imaginghaven.governance.revoke.RevocationKind;
import org.imaginghaven.governance.revoke.Revocations.Withdrawal;
import org.imaginghaven.kernel.GovernanceText;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.kernel.WireName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes access back: of a project, a patient, a tag, an image type, a data controller's share or an agreement. */
@RestController
@Profile("governance")
class RevocationsApi {

    private final GovernanceZone zone;
    private final ProcessStarter engine;

    RevocationsApi(GovernanceZone zone, ProcessStarter engine) {
        this.zone = zone;
        this.engine = engine;
    }

    /**
     * @param kind project, patient, tag, image-type, controller or agreement
     * @param subject its opaque key; of a patient the opt-out key; of a data controller its code
     */
    record NewRevocation(@Nullable String kind, @Nullable String subject, @Nullable String reason) {
    }

    record RequestedRevocation(String revocationKey) {
    }

    @PostMapping("/api/revocations")
    @ResponseStatus(HttpStatus.CREATED)
    RequestedRevocation request(@RequestBody NewRevocation revocation, Principal person) {
        if (revocation.kind() == null || revocation.subject() == null) {
            throw new IllegalArgumentException("Say what is revoked: {\"kind\": \"project\", \"subject\": \"prj-…\"}.");
        }
        GovernanceText reason = revocation.reason() == null || revocation.reason().isBlank()
                ? null
                : new GovernanceText(revocation.reason());
        RevocationKind kind = WireName.parse(RevocationKind.class, revocation.kind());
        return new RequestedRevocation(
                zone.requestRevocation(kind, revocation.subject(), reason, person.getName()).value());
    }

    @GetMapping("/api/revocations/{revocationKey}")
    Map<String, Object> show(@PathVariable String revocationKey) {
        Key key = new Key(revocationKey);
        Withdrawal withdrawal = zone.withdrawal(key);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("state", zone.revocation(key).state());
        answer.put("releases", withdrawal.releases());
        answer.put("filesBefore", withdrawal.filesBefore());
        answer.put("filesRemoved", withdrawal.filesRemoved());
        answer.put("filesAfter", withdrawal.filesAfter());
        answer.put("filesLeft", withdrawal.filesLeft());
        return answer;
    }

    /** Runs today's sweep now. */
    @PostMapping("/api/sweep")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Long> sweep() {
        return Map.of("processInstanceKey", engine.start("governance-sweep-access", Map.of()));
    }
}
