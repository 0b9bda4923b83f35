package org.imaginghaven.app.config;

import java.time.Clock;
import javax.sql.DataSource;
import org.imaginghaven.gate.GateParts;
import org.imaginghaven.gate.GateSettings;
import org.imaginghaven.gate.GateZone;
import org.imaginghaven.gate.promote.ElasticInventoryIndex;
import org.imaginghaven.identifiable.IdentifiableSettings;
import org.imaginghaven.identifiable.IdentifiableZone;
import org.imaginghaven.kernel.Announcer;
import org.imaginghaven.project.ProjectSettings;
import org.imaginghaven.project.ProjectZone;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The zones that touch files, each with its own database role and folders. */
@Configuration(proxyBeanMethods = false)
class ZoneWiring {

    @Bean
    @Profile("identifiable")
    IdentifiableZone identifiableZone(@Qualifier("identifiableDataSource") DataSource database,
            HavenSettings settings) {
        return new IdentifiableZone(database, IdentifiableSettings.of(settings.zones().archiveRoots()));
    }

    @Bean
    @Profile("identifiable")
    ZoneJobs identifiableJobs(IdentifiableZone zone) {
        return new ZoneJobs(zone.jobs());
    }

    /** What cleans texts and looks at pixels when files are de-identified. */
    @Bean
    @Profile("gate")
    GateParts gateParts() {
        return GateParts.complete();
    }

    @Bean
    @Profile("gate")
    GateZone gateZone(@Qualifier("gateDataSource") DataSource database, HavenSettings settings, GateParts parts,
            Announcer announcer) {
        return new GateZone(database, GateSettings.of(settings.zones().quarantine()), parts,
                new ElasticInventoryIndex(settings.elasticsearch().url()), announcer);
    }

    @Bean
    @Profile("gate")
    ZoneJobs gateJobs(GateZone zone) {
        return new ZoneJobs(zone.jobs());
    }

    @Bean
    @Profile("project")
    ProjectZone projectZone(@Qualifier("projectDataSource") DataSource database, HavenSettings settings,
            Clock clock) {
        HavenSettings.Zones zones = settings.zones();
        return new ProjectZone(database, new ProjectSettings(zones.quarantine(), zones.projects(), zones.secrets()),
                clock);
    }

    @Bean
    @Profile("project")
    ZoneJobs projectJobs(ProjectZone zone) {
        return new ZoneJobs(zone.jobs());
    }
}
