package org.imaginghaven.search.request;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.imaginghaven.kernel.Key;

/** Starts {@code governance-request-access} over gRPC. */
public final class CamundaProcessStart implements ProcessStart {

    private static final String PROCESS = "governance-request-access";

    private final CamundaClient engine;
    private final Map<String, String> durations;
    private final URI governancePages;

    /**
     * @param durations ISO durations that the process waits, by variable
     * @param governancePages where a request's story is shown
     */
    public CamundaProcessStart(CamundaClient engine, Map<String, String> durations, URI governancePages) {
        this.engine = engine;
        this.durations = Map.copyOf(durations);
        this.governancePages = governancePages;
    }

    @Override
    public long start(Key request, Key project, Key cohort, String applicant) throws EngineAway {
        Map<String, Object> variables = new HashMap<>(durations);
        variables.put("requestKey", request.value());
        variables.put("projectKey", project.value());
        variables.put("cohortKey", cohort.value());
        variables.put("applicant", applicant);
        variables.put("evidenceUrl", governancePages.resolve("/audit/requests/" + request).toString());
        try {
            return engine.newCreateInstanceCommand().bpmnProcessId(PROCESS).latestVersion().variables(variables).send()
                    .join().getProcessInstanceKey();
        } catch (ClientException e) {
            throw new EngineAway(e);
        }
    }
}
