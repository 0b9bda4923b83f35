package org.imaginghaven.app.web;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.imaginghaven.governance.GovernanceZone;
import org.imaginghaven.kernel.Key;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where a request stands, and what its applicant may still do. */
@RestController
@Profile("governance")
class RequestsApi {

    private final GovernanceZone zone;
    private final RequestStories stories;

    RequestsApi(GovernanceZone zone, RequestStories stories) {
        this.zone = zone;
        this.stories = stories;
    }

    /** @param keys the keys of what came of it: project, cohort, agreement, extraction, release, revocation */
    record Standing(String state, String applicant, Map<String, List<String>> keys) {
    }

    @GetMapping("/api/requests/{requestKey}")
    Standing show(@PathVariable String requestKey) {
        RequestStories.Story story = stories.of(new Key(requestKey)).orElseThrow(NoSuchElementException::new);
        return new Standing(story.summary().state(), story.summary().applicant(), story.byPart());
    }

    @PostMapping("/api/requests/{requestKey}/withdrawal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void withdraw(@PathVariable String requestKey, Principal person) {
        zone.withdrawRequest(new Key(requestKey), person.getName());
    }

    @PostMapping("/api/requests/{requestKey}/appeal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void appeal(@PathVariable String requestKey, Principal person) {
        zone.appeal(new Key(requestKey), person.getName());
    }
}
