package org.imaginghaven.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.imaginghaven.schema.ZoneRole;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class HavenSettingsTest {

    private static final List<String> COMPLETE = List.of("haven.database.url=jdbc:postgresql://127.0.0.1/haven",
            "haven.database.passwords.gate=g", "haven.elasticsearch.url=http://127.0.0.1:1",
            "haven.camunda.grpc=http://127.0.0.1:2", "haven.camunda.broker=http://127.0.0.1:3",
            "haven.camunda.webapps=http://127.0.0.1:4", "haven.camunda.records=http://127.0.0.1:5",
            "haven.zones.archive-roots[0]=/archive", "haven.zones.quarantine=/q", "haven.zones.projects=/p",
            "haven.zones.secrets=/s", "haven.web.app=http://127.0.0.1:6", "haven.web.search=http://127.0.0.1:7");

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(HavenSettings.class)
    static class Settings {
    }

    @Test
    void whatIsNotSetHasItsDefault() {
        with(List.of(), context -> {
            HavenSettings settings = context.getBean(HavenSettings.class);
            assertThat(settings.timers().asVariables()).containsEntry("reminderEvery", "PT336H")
                    .containsEntry("releaseReminderEvery", "PT168H").hasSize(7);
            assertThat(settings.signIn().mode()).isEqualTo(HavenSettings.SignIn.Mode.LOCAL);
            assertThat(settings.people()).isNull();
        });
    }

    @Test
    void anUnknownKeyStopsTheStart() {
        with(List.of("haven.zones.quarantene=/x"), context -> assertThat(context).getFailure()
                .hasStackTraceContaining("haven.zones.quarantene"));
    }

    @Test
    void aProgramKnowsOnlyThePasswordsOfItsZones() {
        with(List.of(), context -> {
            HavenSettings.Database database = context.getBean(HavenSettings.class).database();
            assertThat(database.password(ZoneRole.GATE)).isEqualTo("g");
            assertThat(database.toMigrate()).isEmpty();
            assertThat(org.assertj.core.api.Assertions
                    .catchThrowable(() -> database.password(ZoneRole.IDENTIFIABLE)))
                    .hasMessage("The setting haven.database.passwords.identifiable is missing.");
            assertThat(database.toString()).doesNotContain("=g").doesNotContain("passwords");
        });
    }

    @Test
    void timersAreSetAsDurations() {
        with(List.of("haven.timers.appeal=PT1M"), context -> assertThat(
                context.getBean(HavenSettings.class).timers().asVariables()).isEqualTo(
                        Map.of("reminderEvery",
                                "PT336H", "escalateAfter", "PT672H", "expireAfter", "PT2160H", "appealWithin", "PT1M",
                                "amendWithin", "PT720H", "deletionWithin", "PT336H", "releaseReminderEvery",
                                "PT168H")));
    }

    private static void with(List<String> more, java.util.function.Consumer<AssertableApplicationContext> check) {
        List<String> all = new ArrayList<>(COMPLETE);
        all.addAll(more);
        new ApplicationContextRunner().withUserConfiguration(Settings.class)
                .withPropertyValues(all.toArray(String[]::new)).run(check::accept);
    }
}
