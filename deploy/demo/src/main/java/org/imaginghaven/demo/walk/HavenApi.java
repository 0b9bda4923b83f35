package org.imaginghaven.demo.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The JSON pages of the app and of search, used as one person at a time. */
final class HavenApi {

    private static final Duration BACK_AGAIN = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;
    private final UnaryOperator<String> passwordOf;

    HavenApi(URI base, UnaryOperator<String> passwordOf) {
        this.base = base;
        this.passwordOf = passwordOf;
    }

    JsonNode post(String person, String path, Object body) {
        try {
            return send(person, path, request(person, path).header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
        } catch (IOException e) {
            throw new DemoFailure("could not call " + path + ": " + e.getClass().getSimpleName(), e);
        }
    }

    JsonNode get(String person, String path) {
        try {
            return send(person, path, request(person, path).GET());
        } catch (IOException e) {
            throw new DemoFailure("could not call " + path + ": " + e.getClass().getSimpleName(), e);
        }
    }

    private HttpRequest.Builder request(String person, String path) {
        String credentials = person + ":" + passwordOf.apply(person);
        return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(2)).header("Accept",
                "application/json").header("Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode send(String person, String path, HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> answer = Patience.await("an answer of " + base, BACK_AGAIN,
                    () -> answer(request.build()));
            if (answer.statusCode() / 100 != 2) {
                String sentence = "%s as %s was answered with %d: %s".formatted(path, person, answer.statusCode(),
                        answer.body());
                throw answer.statusCode() == 400 ? new Refused(sentence) : new DemoFailure(sentence, null);
            }
            return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Empty while nobody listens: nothing was sent then, so asking again is safe. */
    private Optional<HttpResponse<String>> answer(HttpRequest request) {
        try {
            return Optional.of(http.send(request, BodyHandlers.ofString()));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted while calling " + request.uri().getPath(), e);
        }
    }
}
