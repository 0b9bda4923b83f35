package org.imaginghaven.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the settings that workers and search read at start-up. Holds passwords, so only the owner may read it. */
final class HavenYaml {

    private static final List<String> ROLES = List.of("identifiable", "gate", "governance", "project", "search",
            "owner");

    private HavenYaml() {
    }

    static void write(Home home, Ports ports) {
        Path file = home.config().resolve("haven.yaml");
        try {
            Secrets.writePrivately(file, "# Written by \"deploy/haven up\" each time; changes here are lost.\n"
                    + new ObjectMapper(new YAMLFactory().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER))
                            .writeValueAsString(Map.of("haven", settings(home, ports))));
        } catch (IOException failed) {
            throw new StackProblem("The settings " + file + " cannot be written: " + Sentences.reason(failed), failed);
        }
    }

    private static Map<String, Object> settings(Home home, Ports ports) {
        Secrets secrets = new Secrets(home.secrets());
        Map<String, Object> passwords = new LinkedHashMap<>();
        ROLES.forEach(role -> passwords.put(role, secrets.password("database-" + role)));
        Map<String, Object> haven = new LinkedHashMap<>();
        haven.put("database", Map.of("url", ports.address(Part.POSTGRES), "passwords", passwords));
        haven.put("elasticsearch", Map.of("url", ports.address(Part.ELASTICSEARCH)));
        haven.put("camunda",
                Map.of("grpc", ports.address(Part.BROKER), "broker", Ports.http(ports.brokerRest()), "webapps",
                        ports.address(Part.WEBAPPS), "records", ports.address(Part.OPENSEARCH)));
        haven.put("zones", Map.of("archive-roots", List.of(home.archive().toString()), "quarantine",
                home.zones().resolve("quarantine").toString(), "projects", home.zones().resolve("projects").toString(),
                "secrets",
                home.secrets().resolve("projects").toString()));
        haven.put("web", Map.of("app", ports.address(Part.APP), "search", ports.address(Part.SEARCH)));
        haven.put("sign-in", Map.of("mode", "local"));
        haven.put("people", home.people().toString());
        return haven;
    }
}
