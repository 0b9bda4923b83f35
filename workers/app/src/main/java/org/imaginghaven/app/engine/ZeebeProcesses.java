package org.imaginghaven.app.engine;

import io.camunda.client.CamundaClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.imaginghaven.app.config.HavenSettings;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.kernel.Key;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts processes and announces facts to those that wait. */
final class ZeebeProcesses implements ProcessStarter, Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(ZeebeProcesses.class);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CamundaClient engine;
    private final HavenSettings settings;

    ZeebeProcesses(CamundaClient engine, HavenSettings settings) {
        this.engine = engine;
        this.settings = settings;
    }

    @Override
    public long start(String processId, Map<String, ?> variables) {
        Map<String, Object> all = new HashMap<>(settings.timers().asVariables());
        all.putAll(variables);
        try {
            // not sent again when the answer is lost: a second instance would be worse than none
            return engine.newCreateInstanceCommand().bpmnProcessId(processId).latestVersion().variables(all)
                    .requestTimeout(PATIENCE).send().join(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .getProcessInstanceKey();
        } catch (RuntimeException failed) {
            LOG.warn("process {} was not started: {}", processId, Gateway.codeOf(failed));
            throw new EngineAway();
        }
    }

    @Override
    public void announce(String message, String correlation, Key messageId, Map<String, Key> variables) {
        Map<String, Object> all = new HashMap<>(settings.timers().asVariables());
        all.put("evidenceUrl", evidence(messageId));
        variables.forEach((name, key) -> all.put(name, key.value()));
        try {
            Gateway.send(engine.newPublishMessageCommand().messageName(message).correlationKey(correlation)
                    .messageId(messageId.value()).timeToLive(REMEMBERED).variables(all), PATIENCE);
        } catch (Gateway.EngineSilent e) {
            throw new EngineAway();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineAway();
        }
    }

    /** The page of the zone that holds what a reviewer needs to see about the thing. */
    private String evidence(Key key) {
        String page = key.is(Key.Kind.EXTRACTION) ? "/evidence/extractions/" : "/audit/subjects/";
        return settings.web().app() + page + key;
    }
}
