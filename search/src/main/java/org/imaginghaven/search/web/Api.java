package org.imaginghaven.search.web;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.search.disclosure.BudgetSpent;
import org.imaginghaven.search.disclosure.CohortFigures;
import org.imaginghaven.search.disclosure.Disclosure;
import org.imaginghaven.search.disclosure.Figure;
import org.imaginghaven.search.disclosure.FindingCatalogue;
import org.imaginghaven.search.request.AccessRequests;
import org.imaginghaven.search.request.MadeRequest;
import org.imaginghaven.search.request.RefusedRequest;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.InvalidCohort;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The same two things for scripts: counts of a cohort, and a request for access to it. */
@RestController
@RequestMapping(path = "/api", consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class Api {

    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Disclosure disclosure;
    private final FindingCatalogue findings;
    private final AccessRequests requests;
    private final People people;

    Api(Disclosure disclosure, FindingCatalogue findings, AccessRequests requests, People people) {
        this.disclosure = disclosure;
        this.findings = findings;
        this.requests = requests;
        this.people = people;
    }

    /** @param value null when it may not be shown; the text says why */
    record Number(@Nullable Long value, String text) {

        static Number of(Figure figure) {
            return switch (figure) {
                case Figure.Shown shown -> new Number(shown.value(), shown.text());
                case Figure.Hidden hidden -> new Number(null, hidden.text());
                case Figure.Withheld withheld -> new Number(null, withheld.text());
            };
        }
    }

    /** One value of a facet. */
    record Value(String value, Number patients, boolean chosen) {
    }

    /** How often the reading of a finding was right when it was measured. */
    record Precision(int correct, int measured, String source) {
    }

    /** Answer of {@code POST /api/counts}. */
    record Counts(String definition, String dataVersion, boolean exact, Number patients, Number studies, Number series,
            Map<String, List<Value>> facets, Map<String, Precision> precision) {

        static Counts of(CohortFigures figures, Map<String, FindingCatalogue.Explained> findings) {
            Map<String, Precision> precision = new LinkedHashMap<>();
            findings.forEach((value, explained) -> precision.put(value,
                    new Precision(explained.correct(), explained.measured(), explained.source())));
            Map<String, List<Value>> facets = new LinkedHashMap<>();
            figures.facets().forEach((facet, values) -> facets.put(facet.key(), values.stream()
                    .map(value -> new Value(value.value(), Number.of(value.patients()), value.chosen())).toList()));
            return new Counts(figures.query().toJson(), figures.dataVersion(), figures.exact(),
                    Number.of(figures.patients()), Number.of(figures.studies()), Number.of(figures.series()), facets,
                    precision);
        }
    }

    /** Answer of {@code POST /api/requests}; {@code processInstanceKey} is null while the engine is away. */
    record Made(String requestKey, String projectKey, String cohortKey, @Nullable Long processInstanceKey) {

        static Made of(MadeRequest made) {
            return new Made(made.request().value(), made.project().value(), made.cohort().value(),
                    made.processInstance());
        }
    }

    /** What was wrong. */
    record Problems(List<String> problems) {
    }

    /** The body is a definition in the closed grammar. */
    @PostMapping("/counts")
    ResponseEntity<?> counts(@RequestBody String definition, Authentication who)
            throws InvalidCohort, IOException, BudgetSpent {
        CohortQuery query = CohortQuery.parse(definition);
        Person person = people.person(who.getName()).orElseThrow();
        return disclosure.figures(query, person.viewer()).<ResponseEntity<?>>map(figures -> ResponseEntity.ok(
                Counts.of(figures, findings.now())))
                .orElseGet(() -> problems(HttpStatus.CONFLICT, List.of("There is no data yet.")));
    }

    /** {@code {"title": …, "definition": {…}, "requestKey": …}}; the key may be left out, with it a repeat is harmless. */
    @PostMapping("/requests")
    ResponseEntity<?> request(@RequestBody String body, Authentication who)
            throws InvalidCohort, IOException, RefusedRequest {
        JsonNode asked = JSON.readTree(body);
        if (!asked.isObject() || !asked.path("title").isTextual() || !asked.path("definition").isObject()) {
            return problems(HttpStatus.BAD_REQUEST, List.of(
                    "Send an object with a title (text) and a definition (object), and a requestKey if you like."));
        }
        Key key;
        try {
            key = asked.path("requestKey").isTextual()
                    ? new Key(asked.path("requestKey").asText())
                    : Key.random(Key.Kind.REQUEST);
        } catch (IllegalArgumentException e) {
            return problems(HttpStatus.BAD_REQUEST, List.of("requestKey: " + e.getMessage() + "."));
        }
        if (!key.is(Key.Kind.REQUEST)) {
            return problems(HttpStatus.BAD_REQUEST, List.of("requestKey: not the key of a request."));
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(Made.of(requests.make(key, who.getName(),
                asked.path("title").asText(), CohortQuery.parse(asked.path("definition").toString()))));
    }

    @ExceptionHandler
    ResponseEntity<Problems> invalid(InvalidCohort e) {
        return problems(HttpStatus.BAD_REQUEST, e.problems());
    }

    @ExceptionHandler
    ResponseEntity<Problems> unreadable(JsonProcessingException e) {
        return problems(HttpStatus.BAD_REQUEST, List.of("The body is not JSON."));
    }

    @ExceptionHandler
    ResponseEntity<Problems> refused(RefusedRequest e) {
        return problems(HttpStatus.UNPROCESSABLE_CONTENT, List.of(String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Problems> spent(BudgetSpent e) {
        return problems(HttpStatus.TOO_MANY_REQUESTS, List.of(String.valueOf(e.getMessage())));
    }

    @ExceptionHandler({IOException.class, ElasticsearchException.class, DataAccessException.class})
    ResponseEntity<Problems> away(Exception e) {
        LOG.warn("the index or the database does not answer ({})", e.getClass().getSimpleName());
        return problems(HttpStatus.SERVICE_UNAVAILABLE,
                List.of("The index or the database does not answer just now. Try again in a minute."));
    }

    private static ResponseEntity<Problems> problems(HttpStatus status, List<String> problems) {
        return ResponseEntity.status(status).body(new Problems(problems));
    }
}
