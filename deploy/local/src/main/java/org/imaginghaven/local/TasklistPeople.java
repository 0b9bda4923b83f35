package org.imaginghaven.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Writes the people into the index from which Operate and Tasklist sign users in. These apps make three users with well-known
 * passwords at their first start and again whenever one is missing: those are kept, with passwords that nobody knows.
 */
final class TasklistPeople {

    private static final String INDEX = "operate-user-1.2.0_";
    private static final List<String> BUILT_IN = List.of("demo", "act", "view");

    private final ObjectMapper json = new ObjectMapper();
    private final PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final String store;

    TasklistPeople(String store) {
        this.store = store;
    }

    void write(List<Person> people) {
        StringBuilder bulk = new StringBuilder();
        for (String name : BUILT_IN) {
            if (people.stream().noneMatch(person -> person.username().equals(name))) {
                add(bulk, name, name, UUID.randomUUID().toString(), "USER");
            }
        }
        people.parallelStream().map(person -> {
            StringBuilder lines = new StringBuilder();
            add(lines, person.username(), person.name(), person.password(), role(person));
            return lines;
        }).toList().forEach(bulk::append);
        try {
            removeOthers(people);
            if (json.readTree(Http.send("POST", store + "/_bulk?refresh=true", "application/x-ndjson", bulk.toString()))
                    .get("errors").asBoolean()) {
                throw new IOException("the store refused an entry");
            }
        } catch (IOException failed) {
            throw new StackProblem("The people cannot be written to the store of Tasklist: " + Sentences.reason(failed),
                    failed);
        }
    }

    /** People who were taken out of the file may not sign in any more. */
    private void removeOthers(List<Person> people) throws IOException {
        List<String> kept = java.util.stream.Stream.concat(people.stream().map(Person::username), BUILT_IN.stream())
                .toList();
        Http.send("POST", store + "/" + INDEX + "/_delete_by_query?refresh=true&conflicts=proceed", "application/json",
                json.writeValueAsString(
                        Map.of("query", Map.of("bool", Map.of("must_not", Map.of("ids", Map.of("values", kept)))))));
    }

    /** Auditors read, everyone else also works; only the operators' account may change definitions. */
    private static String role(Person person) {
        if (person.username().equals("admin")) {
            return "OWNER";
        }
        return person.groups().equals(List.of("auditor")) ? "USER" : "OPERATOR";
    }

    private void add(StringBuilder bulk, String username, String name, String password, String role) {
        try {
            bulk.append(json.writeValueAsString(Map.of("index", Map.of("_index", INDEX, "_id", username)))).append('\n')
                    .append(json.writeValueAsString(
                            Map.of("id", username, "userId", username, "displayName", name, "password",
                                    encoder.encode(password), "roles", List.of(role))))
                    .append('\n');
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
