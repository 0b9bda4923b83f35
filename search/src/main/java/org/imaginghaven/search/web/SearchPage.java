package org.imaginghaven.search.web;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.search.disclosure.BudgetSpent;
import org.imaginghaven.search.disclosure.CohortFigures;
import org.imaginghaven.search.disclosure.Disclosure;
import org.imaginghaven.search.disclosure.FindingCatalogue;
import org.imaginghaven.search.request.AccessRequests;
import org.imaginghaven.search.request.MadeRequest;
import org.imaginghaven.search.request.RefusedRequest;
import org.imaginghaven.search.schema.CohortQuery;
import org.imaginghaven.search.schema.Facet;
import org.imaginghaven.search.schema.InvalidCohort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Filters on the left, counts on the right, and the form that asks for access. Works without script. */
@Controller
class SearchPage {

    private static final Logger LOG = LoggerFactory.getLogger(SearchPage.class);

    /** What the forms carry beside facets. */
    private static final Set<String> OTHER_FIELDS = Set.of("_csrf", "title", "requestKey", "continue");

    private final Disclosure disclosure;
    private final FindingCatalogue findings;
    private final AccessRequests requests;
    private final People people;
    private final SearchSettings settings;

    SearchPage(Disclosure disclosure, FindingCatalogue findings, AccessRequests requests, People people,
            SearchSettings settings) {
        this.disclosure = disclosure;
        this.findings = findings;
        this.requests = requests;
        this.people = people;
        this.settings = settings;
    }

    @GetMapping("/")
    String search(@RequestParam MultiValueMap<String, String> form, Authentication who, Model model,
            HttpServletResponse response) throws IOException {
        return page(form, List.of(), "", Key.random(Key.Kind.REQUEST), who, model, response);
    }

    @PostMapping("/requests")
    String request(@RequestParam MultiValueMap<String, String> form, Authentication who, Model model,
            HttpServletResponse response) throws IOException {
        String title = Optional.ofNullable(form.getFirst("title")).orElse("");
        Key key = formKey(form);
        try {
            MadeRequest made = requests.make(key, who.getName(), title, query(form));
            return "redirect:/requests/" + made.request();
        } catch (RefusedRequest | InvalidCohort e) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            List<String> problems = e instanceof InvalidCohort invalid ? invalid.problems() : List.of(e.getMessage());
            return page(form, problems, title, key, who, model, response);
        }
    }

    @GetMapping("/requests/{key}")
    String made(@PathVariable String key, Authentication who, Model model, HttpServletResponse response) {
        Optional<MadeRequest> found = parsed(key).flatMap(request -> requests.find(request, who.getName()));
        common(model, who);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "missing";
        }
        model.addAttribute("made", found.get());
        model.addAttribute("chosen", chips(found.get().definition()));
        model.addAttribute("story", settings.web().app().resolve("/audit/requests/" + found.get().request()));
        model.addAttribute("tasks", settings.camunda().webapps());
        return "made";
    }

    @GetMapping("/requests")
    String mine(Authentication who, Model model) {
        common(model, who);
        model.addAttribute("requests", requests.of(who.getName()));
        return "requests";
    }

    @ExceptionHandler({IOException.class, ElasticsearchException.class, DataAccessException.class})
    String away(Exception e, Model model, HttpServletResponse response) {
        LOG.warn("the index or the database does not answer ({})", e.getClass().getSimpleName());
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        model.addAttribute("status", HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        return "error";
    }

    private String page(MultiValueMap<String, String> form, List<String> problems, String title, Key key,
            Authentication who, Model model, HttpServletResponse response) throws IOException {
        List<String> all = new ArrayList<>(problems);
        CohortQuery query = CohortQuery.all();
        try {
            query = query(form);
        } catch (InvalidCohort e) {
            if (problems.isEmpty()) {
                all.addAll(e.problems());
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
        common(model, who);
        model.addAttribute("query", query);
        model.addAttribute("chosen", chips(query));
        model.addAttribute("projectTitle", title);
        model.addAttribute("requestKey", key.value());
        model.addAttribute("precision", precision());
        try {
            Optional<CohortFigures> figures = disclosure.figures(query, person(who).viewer());
            figures.ifPresent(found -> model.addAttribute("figures", found));
        } catch (BudgetSpent e) {
            response.setStatus(429);
            all.add(e.getMessage());
        }
        model.addAttribute("problems", all);
        return "search";
    }

    private Map<String, String> precision() {
        Map<String, String> precision = new LinkedHashMap<>();
        findings.now().forEach((value, explained) -> precision.put(value, Wording.precision(explained)));
        return precision;
    }

    private void common(Model model, Authentication who) {
        model.addAttribute("person", person(who));
        model.addAttribute("facetList", Facet.values());
    }

    private Person person(Authentication who) {
        return people.person(who.getName()).orElseThrow(() -> new IllegalStateException("signed in, but unknown"));
    }

    /** A value that was chosen, with the page without it. */
    record Chip(String facet, String value, String without) {
    }

    private static List<Chip> chips(CohortQuery query) {
        List<Chip> chips = new ArrayList<>();
        query.values().forEach((facet, values) -> values.forEach(value -> chips
                .add(new Chip(facet.title(), Wording.of(facet, value), Wording.link(query, facet, value)))));
        return chips;
    }

    private static CohortQuery query(MultiValueMap<String, String> form) throws InvalidCohort {
        Map<String, List<String>> facets = new LinkedHashMap<>(form);
        facets.keySet().removeAll(OTHER_FIELDS);
        return CohortQuery.of(facets);
    }

    /** The key that came with the form; a form without one, or with a wrong one, gets a new request. */
    private static Key formKey(MultiValueMap<String, String> form) {
        return parsed(Optional.ofNullable(form.getFirst("requestKey")).orElse(""))
                .filter(key -> key.is(Key.Kind.REQUEST)).orElseGet(() -> Key.random(Key.Kind.REQUEST));
    }

    private static Optional<Key> parsed(String text) {
        try {
            return Optional.of(new Key(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
