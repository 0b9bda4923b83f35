package org.imaginghaven.search.web;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.camunda.client.CamundaClient;
import java.time.Duration;
import javax.sql.DataSource;
import org.imaginghaven.search.disclosure.Disclosure;
import org.imaginghaven.search.disclosure.FindingCatalogue;
import org.imaginghaven.search.disclosure.JdbcFindingCatalogue;
import org.imaginghaven.search.disclosure.JdbcQueryLedger;
import org.imaginghaven.search.request.AccessRequests;
import org.imaginghaven.search.request.CamundaProcessStart;
import org.imaginghaven.search.request.PendingStarts;
import org.imaginghaven.search.request.ProcessStart;
import org.imaginghaven.search.schema.PatientIndex;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

/** What the pages are made of: the zone's database role, the index, the engine. */
@Configuration(proxyBeanMethods = false)
class Parts {

    private static final int CONNECTIONS = 8;

    @Bean
    HikariDataSource searchDataSource(SearchSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("search");
        config.setJdbcUrl(settings.database().url());
        config.setUsername("haven_search");
        config.setPassword(settings.database().searchPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(15_000);
        return new HikariDataSource(config);
    }

    @Bean(destroyMethod = "close")
    ElasticsearchClient elasticsearchClient(SearchSettings settings) {
        return PatientIndex.connect(settings.elasticsearch().url());
    }

    @Bean
    FindingCatalogue findingCatalogue(DataSource search) {
        return new JdbcFindingCatalogue(search);
    }

    @Bean
    Disclosure disclosure(ElasticsearchClient index, FindingCatalogue findings, DataSource search,
            SearchSettings settings) {
        return new Disclosure(index, findings, new JdbcQueryLedger(search),
                DisclosureKey.in(settings.zones().secrets()),
                settings.disclosure().rules());
    }

    @Bean(destroyMethod = "close")
    CamundaClient camundaClient(SearchSettings settings) {
        return CamundaClient.newClientBuilder().applyEnvironmentVariableOverrides(false)
                .grpcAddress(settings.camunda().grpc()).preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(10)).build();
    }

    @Bean
    ProcessStart processStart(CamundaClient engine, SearchSettings settings) {
        return new CamundaProcessStart(engine, settings.timers().asVariables(), settings.web().app());
    }

    @Bean
    PendingStarts pendingStarts(DataSource search, ProcessStart engine) {
        return new PendingStarts(search, engine);
    }

    @Bean
    AccessRequests accessRequests(DataSource search, ElasticsearchClient index, PendingStarts starts) {
        return new AccessRequests(search, () -> PatientIndex.version(index), starts);
    }

    @Bean
    Retry retry(PendingStarts starts) {
        return new Retry(starts);
    }

    /** Tries again what the engine missed. */
    static class Retry {

        private final PendingStarts starts;

        Retry(PendingStarts starts) {
            this.starts = starts;
        }

        @Scheduled(initialDelay = 10_000, fixedDelay = 15_000)
        void startPending() {
            starts.startAll();
        }
    }
}
