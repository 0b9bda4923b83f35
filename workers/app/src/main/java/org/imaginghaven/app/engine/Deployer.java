package org.imaginghaven.app.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.command.FinalCommandStep;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Ships processes, decisions and forms together in one deployment, so that those bound by deployment find each other.
 * What has not changed gets no new version.
 */
final class Deployer {

    private static final Logger LOG = LoggerFactory.getLogger(Deployer.class);
    private static final List<String> PATTERNS = List.of("classpath*:bpmn/**/*.bpmn", "classpath*:dmn/**/*.dmn",
            "classpath*:forms/**/*.form");

    private final CamundaClient engine;

    Deployer(CamundaClient engine) {
        this.engine = engine;
    }

    /** Deploys everything; waits for an engine that is not there yet. */
    void deploy(Duration patience) throws IOException, InterruptedException {
        List<Resource> resources = resources();
        if (resources.isEmpty()) {
            throw new IllegalStateException("there are no processes to deploy: the build is incomplete");
        }
        Gateway.send(command(resources), patience);
        LOG.info("deployed {} processes, decisions and forms", resources.size());
    }

    static List<Resource> resources() throws IOException {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<Resource> found = new ArrayList<>();
        for (String pattern : PATTERNS) {
            found.addAll(List.of(resolver.getResources(pattern)));
        }
        found.sort(Comparator.comparing(Deployer::name));
        return found;
    }

    private FinalCommandStep<?> command(List<Resource> resources) throws IOException {
        DeployResourceCommandStep1 start = engine.newDeployResourceCommand();
        @Nullable
        DeployResourceCommandStep2 command = null;
        for (Resource resource : resources) {
            try (InputStream content = resource.getInputStream()) {
                command = (command == null ? start : command).addResourceStream(content, name(resource));
            }
        }
        if (command == null) {
            throw new IllegalStateException("nothing to deploy");
        }
        return command.requestTimeout(Duration.ofSeconds(60));
    }

    private static String name(Resource resource) {
        String name = resource.getFilename();
        return name == null ? "" : name;
    }
}
