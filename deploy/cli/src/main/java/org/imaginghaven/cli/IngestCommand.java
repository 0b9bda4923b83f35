package org.imaginghaven.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.imaginghaven.local.LocalStack;
import org.imaginghaven.local.Part;
import org.imaginghaven.local.Person;
import org.imaginghaven.local.StackProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a folder to ingest, as a person who may. */
@Command(name = "ingest", mixinStandardHelpOptions = true, description = {
        "Starts the ingest of a folder of DICOM files and follows it.",
        "The folder must lie inside one of the archive roots of the settings (HOME/archive).",
        "Stops following when people are needed; their tasks wait in Tasklist."})
final class IngestCommand implements Callable<Integer> {

    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final int QUIET_ROUNDS = 10;

    @Mixin
    private final HomeOption home = new HomeOption();

    @Parameters(paramLabel = "FOLDER", description = "The batch")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(names = "--controller", paramLabel = "CODE", description = "Data controller of files whose folder names none")
    private @Nullable String controller;

    @Option(names = "--user", paramLabel = "NAME", description = "Who starts it (default: ${DEFAULT-VALUE})", defaultValue = "analyst1")
    @SuppressWarnings("NullAway.Init")
    private String user;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.open(home.setup());
        String app = stack.ports().address(Part.APP);
        String sign = sign(stack);
        Map<String, String> body = new HashMap<>(Map.of("folder", folder.toAbsolutePath().normalize().toString()));
        if (controller != null) {
            body.put("defaultController", controller);
        }
        JsonNode started = ask(request(app + "/api/batches", sign).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))).build());
        String key = started.path("batchKey").asText();
        System.out.println("Batch " + key + ", process instance " + started.path("processInstanceKey").asText());
        follow(app, key, sign);
        System.out.println("Its evidence: " + app + "/evidence/batches/" + key + "   Tasks of people: "
                + stack.ports().address(Part.WEBAPPS) + "/tasklist");
        return 0;
    }

    /** Prints the counts as they change, until they rest. */
    private void follow(String app, String key, String sign) throws IOException, InterruptedException {
        String last = "";
        for (int quiet = 0; quiet < QUIET_ROUNDS; quiet++) {
            JsonNode batch = ask(request(app + "/api/batches/" + key, sign).GET().build());
            JsonNode counts = batch.path("counts");
            String line = "  " + batch.path("state").asText() + ": " + counts.path("files").asInt() + " files, "
                    + counts.path("stored").asInt() + " stored, " + counts.path("duplicate").asInt() + " duplicate, "
                    + counts.path("quarantined").asInt() + " quarantined, " + counts.path("rejected").asInt()
                    + " rejected, " + counts.path("pending").asInt() + " to do";
            if (!line.equals(last)) {
                System.out.println(line);
                last = line;
                quiet = 0;
            }
            Thread.sleep(EVERY);
        }
    }

    private String sign(LocalStack stack) {
        Person person = stack.people().people().stream().filter(p -> p.username().equals(user)).findFirst()
                .orElseThrow(() -> new StackProblem("There is no " + user + " in " + home.path() + "/people.yaml."));
        String pair = user + ":" + person.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder request(String address, String sign) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60)).header("Authorization",
                sign);
    }

    private JsonNode ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response;
        try {
            response = http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException away) {
            throw new StackProblem("The workers do not answer. Start them with \"deploy/haven up\", then try again.",
                    away);
        }
        if (response.statusCode() == 401 || response.statusCode() == 403) {
            throw new StackProblem(user + " may not start an ingest: it takes somebody in group deid-analyst.");
        }
        JsonNode answer = json.readTree(response.body().length == 0
                ? "{}".getBytes(StandardCharsets.UTF_8)
                : response.body());
        if (response.statusCode() >= 300) {
            throw new StackProblem(answer.path("error").asText("The workers answered " + response.statusCode() + "."));
        }
        return answer;
    }
}
