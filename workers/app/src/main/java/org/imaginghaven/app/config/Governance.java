package org.imaginghaven.app.config;

import java.time.Clock;
import javax.sql.DataSource;
import org.imaginghaven.app.people.PeopleFile;
import org.imaginghaven.app.people.PeopleImport;
import org.imaginghaven.governance.GovernanceZone;
import org.imaginghaven.governance.people.TaskHistory;
import org.imaginghaven.governance.people.TextScreen;
import org.imaginghaven.kernel.Announcer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The governance zone and its people. */
@Configuration(proxyBeanMethods = false)
@Profile("governance")
class Governance {

    /** The people of the file are in the database. */
    record PeopleThere(int people) {
    }

    @Bean
    GovernanceZone governanceZone(@Qualifier("governanceDataSource") DataSource database, TaskHistory history,
            TextScreen screen, Announcer announcer, Clock clock) {
        return new GovernanceZone(database, history, screen, announcer, clock);
    }

    @Bean
    ZoneJobs governanceJobs(GovernanceZone zone) {
        return new ZoneJobs(zone.jobs());
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    PeopleThere people(@Qualifier("governanceDataSource") DataSource database, PasswordEncoder passwords,
            HavenSettings settings) {
        if (settings.people() == null) {
            return new PeopleThere(0);
        }
        PeopleFile file = PeopleFile.read(settings.people());
        new PeopleImport(database, passwords).run(file);
        return new PeopleThere(file.people().size());
    }
}
