package org.imaginghaven.app.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import org.imaginghaven.schema.Migrator;
import org.imaginghaven.schema.ZoneRole;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** One pool for each zone, signed in as the role of that zone and no other. */
@Configuration(proxyBeanMethods = false)
class Databases {

    private static final int CONNECTIONS = 8;

    /** The schema is as this version of the program expects it. */
    record Migrated(int now) {
    }

    @Bean
    Migrated migrated(HavenSettings settings) throws SQLException {
        var passwords = settings.database().toMigrate();
        return new Migrated(
                passwords.isPresent() ? Migrator.migrate(settings.database().url(), passwords.get()) : 0);
    }

    @Bean
    @Profile("identifiable")
    HikariDataSource identifiableDataSource(HavenSettings settings, Migrated migrated) {
        return pool(settings, ZoneRole.IDENTIFIABLE);
    }

    @Bean
    @Profile("gate")
    HikariDataSource gateDataSource(HavenSettings settings, Migrated migrated) {
        return pool(settings, ZoneRole.GATE);
    }

    @Bean
    @Profile("governance")
    HikariDataSource governanceDataSource(HavenSettings settings, Migrated migrated) {
        return pool(settings, ZoneRole.GOVERNANCE);
    }

    @Bean
    @Profile("project")
    HikariDataSource projectDataSource(HavenSettings settings, Migrated migrated) {
        return pool(settings, ZoneRole.PROJECT);
    }

    private static HikariDataSource pool(HavenSettings settings, ZoneRole role) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role.zone());
        config.setJdbcUrl(settings.database().url());
        config.setUsername(role.username());
        config.setPassword(settings.database().password(role));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(15_000);
        return new HikariDataSource(config);
    }
}
