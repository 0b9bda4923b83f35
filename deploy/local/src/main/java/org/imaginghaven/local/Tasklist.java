package org.imaginghaven.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One person at work in Tasklist, through the same requests as its pages: signed in with a cookie and a token, assigning tasks to
 * themself and completing them.
 */
public final class Tasklist {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final String username;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private @Nullable String token;

    private Tasklist(String address, String username) {
        this.address = address;
        this.username = username;
    }

    /**
     * A task as Tasklist lists it.
     *
     * @param id              key of the user task
     * @param element         id of the user task in the model
     * @param process         id of the process
     * @param processInstance key of the process instance
     * @param assignee        who has it, or {@code null}
     * @param candidateGroups groups whose people are asked to do it
     * @param created         when, ISO 8601
     */
    public record Task(String id, String element, String process, String processInstance, @Nullable String assignee,
            List<String> candidateGroups, String created) {
    }

    /**
     * Signs a person in.
     *
     * @param address of the web apps, such as {@code http://127.0.0.1:18002}
     * @throws StackProblem when the name or password is wrong or the apps do not answer
     */
    public static Tasklist signIn(String address, String username, String password) {
        Tasklist tasklist = new Tasklist(address, username);
        String form = "username=" + URLEncoder.encode(username, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        HttpResponse<String> response = tasklist.exchange("POST", "/api/login", "application/x-www-form-urlencoded",
                form);
        if (response.statusCode() != 204) {
            throw new StackProblem("Tasklist did not sign " + username + " in (status " + response.statusCode() + ").");
        }
        return tasklist;
    }

    /** Open tasks of everybody. */
    public List<Task> openTasks() {
        return search(Map.of("state", "CREATED", "pageSize", 500));
    }

    /** Open tasks of one process instance (not of the processes it calls). */
    public List<Task> openTasks(long processInstance) {
        return search(
                Map.of("state", "CREATED", "processInstanceKey", Long.toString(processInstance), "pageSize", 500));
    }

    /** Open tasks of one user task of the model, in any instance. */
    public List<Task> openTasks(String element) {
        return search(Map.of("state", "CREATED", "taskDefinitionId", element, "pageSize", 500));
    }

    private List<Task> search(Map<String, Object> query) {
        List<Task> tasks = new ArrayList<>();
        for (JsonNode node : send("POST", "/v1/tasks/search", query)) {
            tasks.add(new Task(node.get("id").asText(), node.get("taskDefinitionId").asText(),
                    node.path("processName").asText(),
                    node.path("processInstanceKey").asText(),
                    node.path("assignee").isTextual() ? node.get("assignee").asText() : null,
                    texts(node.path("candidateGroups")), node.path("creationDate").asText()));
        }
        return tasks;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    /** Values of a task's variables as Tasklist shows them: JSON texts by name. */
    public Map<String, String> variables(Task task) {
        Map<String, String> result = new LinkedHashMap<>();
        send("POST", "/v1/tasks/" + task.id() + "/variables/search", Map.of())
                .forEach(node -> result.put(node.get("name").asText(), node.path("value").asText()));
        return result;
    }

    /** Takes a task. */
    public void assignToSelf(Task task) {
        send("PATCH", "/v1/tasks/" + task.id() + "/assign", Map.of());
    }

    /** Completes a task that this person has. Values are turned into JSON. */
    public void complete(Task task, Map<String, ?> variables) {
        List<Map<String, String>> list = new ArrayList<>();
        variables.forEach((name, value) -> list.add(Map.of("name", name, "value", write(value))));
        send("PATCH", "/v1/tasks/" + task.id() + "/complete", Map.of("variables", list));
    }

    /** Takes a task and completes it. */
    public void perform(Task task, Map<String, ?> variables) {
        assignToSelf(task);
        complete(task, variables);
    }

    /**
     * Waits until an open task of the element is there.
     *
     * @param processInstance its process instance, or {@code null} for any (a task of a called process is in the called instance)
     * @throws StackProblem when none comes in time
     */
    public Task await(String element, @Nullable Long processInstance, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            List<Task> tasks = openTasks(element).stream()
                    .filter(task -> processInstance == null
                            || task.processInstance().equals(Long.toString(processInstance)))
                    .toList();
            if (!tasks.isEmpty()) {
                return tasks.getFirst();
            }
            if (System.nanoTime() > end) {
                throw new StackProblem("No open task \"" + element + "\" came within " + patience.toSeconds() + " s.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", interrupted);
        }
    }

    private JsonNode send(String method, String path, Object body) {
        HttpResponse<String> response = exchange(method, path, "application/json", write(body));
        if (response.statusCode() / 100 != 2) {
            throw new StackProblem("Tasklist answered " + method + " " + path + " of " + username + " with status "
                    + response.statusCode() + ".");
        }
        try {
            return json.readTree(response.body().isBlank() ? "null" : response.body());
        } catch (IOException notJson) {
            throw new StackProblem("Tasklist answered " + method + " " + path + " with something else than JSON.",
                    notJson);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private HttpResponse<String> exchange(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE)
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!cookies.isEmpty()) {
            request.header("Cookie", String.join("; ",
                    cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue()).toList()));
        }
        if (token != null) {
            request.header("X-CSRF-TOKEN", token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            remember(response);
            return response;
        } catch (IOException unreachable) {
            throw new StackProblem("Tasklist does not answer at " + address + ".", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted.", interrupted);
        }
    }

    private void remember(HttpResponse<String> response) {
        for (String header : response.headers().allValues("Set-Cookie")) {
            String pair = header.split(";", 2)[0];
            int equals = pair.indexOf('=');
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        response.headers().firstValue("X-CSRF-TOKEN").ifPresent(value -> token = value);
    }
}
