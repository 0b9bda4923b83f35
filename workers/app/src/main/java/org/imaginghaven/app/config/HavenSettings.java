package org.imaginghaven.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imaginghaven.schema.RolePasswords;
import org.imaginghaven.schema.ZoneRole;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the platform, below {@code haven}. A key that is not here stops the start.
 *
 * @param people the file of the local default's people; absent where people are kept elsewhere
 */
@ConfigurationProperties(prefix = "haven", ignoreUnknownFields = false)
public record HavenSettings(Database database, Elasticsearch elasticsearch, Camunda camunda, Zones zones, Web web,
        @DefaultValue SignIn signIn, @DefaultValue Timers timers, @Nullable Path people) {

    /**
     * @param url JDBC address
     * @param passwords by zone; a program needs those of its zones, and the owner's only to migrate
     */
    public record Database(String url, Map<String, String> passwords) {

        public Database {
            passwords = Map.copyOf(passwords);
        }

        /** @throws IllegalStateException naming the setting that is missing */
        public String password(ZoneRole role) {
            String password = passwords.get(role.zone());
            if (password == null || password.isBlank()) {
                throw new IllegalStateException("The setting haven.database.passwords." + role.zone() + " is missing.");
            }
            return password;
        }

        /** All passwords, when this program is the one that migrates; it is when it knows the owner's. */
        public Optional<RolePasswords> toMigrate() {
            if (!passwords.containsKey(ZoneRole.OWNER.zone())) {
                return Optional.empty();
            }
            Map<ZoneRole, String> byRole = new EnumMap<>(ZoneRole.class);
            for (ZoneRole role : ZoneRole.values()) {
                byRole.put(role, password(role));
            }
            return Optional.of(new RolePasswords(byRole));
        }

        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /** The metadata index. */
    public record Elasticsearch(URI url) {
    }

    /**
     * @param grpc gateway for commands and jobs
     * @param broker REST of the broker
     * @param webapps Operate and Tasklist
     * @param records the store the broker exports its records to
     */
    public record Camunda(URI grpc, URI broker, URI webapps, URI records) {
    }

    /**
     * @param archiveRoots folders that batches may be read from
     * @param secrets where signing keys of projects lie
     */
    public record Zones(List<Path> archiveRoots, Path quarantine, Path projects, Path secrets) {

        public Zones {
            archiveRoots = List.copyOf(archiveRoots);
        }
    }

    /** Where people's browsers find the pages. */
    public record Web(URI app, URI search) {
    }

    /** How people sign in. */
    public record SignIn(@DefaultValue("local") Mode mode) {

        /** With a password kept here, or by OpenID Connect. */
        public enum Mode {
            LOCAL, OIDC
        }
    }

    /**
     * How long processes wait, as ISO 8601 durations.
     *
     * @param reminder a data controller is reminded this often
     * @param escalation an undecided request is escalated after this
     * @param expiry an undecided request counts as refused by that data controller after this
     * @param appeal an appeal can be lodged this long
     * @param amend a returned request lapses after this
     * @param deletion the deletion of withdrawn files has to be confirmed within this
     * @param releaseReminder release reviewers are reminded this often
     * @param accessSweep when grants that ended are looked for; fixed in the process, kept here to be seen
     */
    public record Timers(@DefaultValue("P14D") Duration reminder, @DefaultValue("P28D") Duration escalation,
            @DefaultValue("P90D") Duration expiry, @DefaultValue("P14D") Duration appeal,
            @DefaultValue("P30D") Duration amend, @DefaultValue("P14D") Duration deletion,
            @DefaultValue("P7D") Duration releaseReminder, @DefaultValue("R/P1D") String accessSweep) {

        /** Under the names the processes use. */
        public Map<String, Object> asVariables() {
            return Map.of("reminderEvery", reminder.toString(), "escalateAfter", escalation.toString(), "expireAfter",
                    expiry.toString(), "appealWithin", appeal.toString(), "amendWithin", amend.toString(),
                    "deletionWithin", deletion.toString(), "releaseReminderEvery", releaseReminder.toString());
        }
    }
}
