package org.imaginghaven.search;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imaginghaven.kernel.Key;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.search.request.ProcessStart;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The whole program over HTTP, with a real database; only the engine is replaced by a list of what it was told. */
public final class RunningSearch implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final ConfigurableApplicationContext context;
    private final URI base;

    private RunningSearch(ConfigurableApplicationContext context) {
        this.context = context;
        this.base = URI.create("http://127.0.0.1:"
                + ((WebServerApplicationContext) context).getWebServer().getPort());
    }

    /** @param index address of Elasticsearch */
    public static RunningSearch start(TestDatabase database, URI index, Path secrets, String... more) {
        List<String> settings = new ArrayList<>(List.of("--server.port=0", "--haven.database.url=" + database.url(),
                "--haven.database.passwords.search=test-search", "--haven.elasticsearch.url=" + index,
                "--haven.camunda.grpc=http://127.0.0.1:1", "--haven.camunda.webapps=http://127.0.0.1:25002",
                // what else the local stack writes for all its programs
                "--haven.database.passwords.owner=not-for-search", "--haven.camunda.broker=http://127.0.0.1:25003",
                "--haven.camunda.records=http://127.0.0.1:25012", "--haven.zones.archive-roots=" + secrets,
                "--haven.zones.quarantine=" + secrets, "--haven.zones.projects=" + secrets,
                "--haven.people=people.yaml",
                "--haven.zones.secrets=" + secrets, "--haven.web.app=http://127.0.0.1:25001",
                "--haven.web.search=http://127.0.0.1:25000", "--logging.level.root=warn"));
        settings.addAll(List.of(more));
        SpringApplication program = new SpringApplicationBuilder(HavenSearch.class, Engine.class).build();
        return new RunningSearch(program.run(settings.toArray(String[]::new)));
    }

    /** Remembers what was started. */
    @Configuration(proxyBeanMethods = false)
    static class Engine {

        static final List<Key> STARTED = Collections.synchronizedList(new ArrayList<>());

        @Bean
        @Primary
        ProcessStart rememberedStarts() {
            return (request, project, cohort, applicant) -> {
                STARTED.add(request);
                return 4_200L + STARTED.size();
            };
        }
    }

    public URI base() {
        return base;
    }

    public static List<Key> started() {
        return List.copyOf(Engine.STARTED);
    }

    /** A browser that keeps cookies. */
    public Browser browser() {
        return new Browser(base,
                HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    /** Posts JSON as a script does. */
    public HttpResponse<String> post(String path, String person, String json) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(base.resolve(path)).header("Content-Type", "application/json")
                    .header("Authorization", "Basic " + Base64.getEncoder()
                            .encodeToString((person + ":" + person).getBytes(StandardCharsets.UTF_8)))
                    .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** What a person does with a browser, without script. */
    public record Browser(URI base, HttpClient client) {

        public HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/html").build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        /** Sends a form with the token of the page it is on. */
        public HttpResponse<String> submit(String page, String path, Map<String, String> fields)
                throws IOException, InterruptedException {
            Matcher token = CSRF.matcher(get(page).body());
            if (!token.find()) {
                throw new IllegalStateException("there is no form on " + page);
            }
            StringBuilder body = new StringBuilder("_csrf=" + encoded(token.group(1)));
            fields.forEach((name, value) -> body.append('&').append(name).append('=').append(encoded(value)));
            return post(path, body.toString());
        }

        public HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(base.resolve(path))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        public Browser signedIn(String person) throws IOException, InterruptedException {
            submit("/sign-in", "/sign-in", Map.of("username", person, "password", person));
            return this;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
