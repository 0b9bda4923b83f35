package org.imaginghaven.app.web;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses in Operate that show the process instances of a key, found by the variable that holds it. */
@Component
@Profile("governance")
class OperateLinks {

    private static final Map<String, String> VARIABLES = Map.of("request", "requestKey", "extraction", "extractionKey",
            "release", "releaseKey", "revocation", "revocationKey");

    private final URI webapps;

    OperateLinks(@Value("${haven.camunda.webapps}") URI webapps) {
        this.webapps = webapps;
    }

    /** @param part what the instances are about */
    record Link(String part, String key, String address) {
    }

    List<Link> of(RequestStories.Story story) {
        List<Link> links = new ArrayList<>();
        story.parts().forEach((key, part) -> {
            String variable = VARIABLES.get(part);
            if (variable != null) {
                links.add(new Link(part, key, address(variable, key)));
            }
        });
        return links;
    }

    private String address(String variable, String key) {
        return UriComponentsBuilder.fromUri(webapps).path("/operate/processes").queryParam("active", true)
                .queryParam("incidents", true).queryParam("completed", true).queryParam("canceled", true)
                .queryParam("variableName", "{name}").queryParam("variableValues", "{value}").encode()
                .buildAndExpand(variable, "\"" + key + "\"").toUriString();
    }
}
