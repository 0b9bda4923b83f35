package org.imaginghaven.app.engine;

import io.camunda.client.CamundaClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.imaginghaven.app.config.HavenSettings;
import org.imaginghaven.app.config.ZoneJobs;
import org.imaginghaven.governance.people.TaskHistory;
import org.imaginghaven.kernel.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** The connection to the engine and everything that hangs on it. */
@Configuration(proxyBeanMethods = false)
class Engine {

    private static final Duration EXPORT = Duration.ofSeconds(30);

    @Bean
    Clock clock() {
        return Clock.systemDefaultZone();
    }

    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(HavenSettings settings) {
        // one thread for each job at work; how many there can be is bounded by each worker
        var work = Executors.newCachedThreadPool(Thread.ofPlatform().name("job-", 0).factory());
        return CamundaClient.newClientBuilder().applyEnvironmentVariableOverrides(false)
                .grpcAddress(settings.camunda().grpc()).restAddress(settings.camunda().broker())
                .preferRestOverGrpc(false).jobHandlingExecutor(work, true)
                .defaultRequestTimeout(Duration.ofSeconds(20)).build();
    }

    @Bean
    ZeebeProcesses processes(CamundaClient engine, HavenSettings settings) {
        return new ZeebeProcesses(engine, settings);
    }

    @Bean
    TaskHistory taskHistory(HavenSettings settings) {
        return new RecordsTaskHistory(settings.camunda().records(), EXPORT);
    }

    @Bean
    EngineConnection engineConnection(CamundaClient engine) {
        return new EngineConnection(engine);
    }

    @Bean
    JobWorkers jobWorkers(CamundaClient engine) {
        return new JobWorkers(engine, JobHandling.Timing.STANDARD);
    }

    @Bean
    StartUp startUp(CamundaClient engine, EngineConnection connection, JobWorkers workers, Environment environment,
            ObjectProvider<ZoneJobs> zones) {
        List<Job<?, ?>> jobs = zones.orderedStream().<Job<?, ?>>flatMap(zone -> zone.jobs().stream()).toList();
        // processes are shipped once, by the zone that answers for them
        boolean deploys = environment.acceptsProfiles(Profiles.of("governance"));
        return new StartUp(connection, deploys ? new Deployer(engine) : null, workers, jobs);
    }
}
