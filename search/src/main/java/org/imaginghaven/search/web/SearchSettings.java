package org.imaginghaven.search.web;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.imaginghaven.search.disclosure.DisclosureRules;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings below {@code haven}, one tree for all programs of the platform; search reads its part of it and takes the
 * rest for known. A key that is not here stops the start.
 *
 * @param people the file of the local default's people; search reads them from the database
 */
@ConfigurationProperties(prefix = "haven", ignoreUnknownFields = false)
public record SearchSettings(Database database, Elasticsearch elasticsearch, Camunda camunda, Zones zones, Web web,
        @DefaultValue SignIn signIn, @DefaultValue Timers timers, @DefaultValue Disclosure disclosure,
        @Nullable Path people) {

    /**
     * @param url JDBC address
     * @param passwords by zone; search needs its own only
     */
    public record Database(String url, Map<String, String> passwords) {

        public Database {
            passwords = Map.copyOf(passwords);
        }

        String searchPassword() {
            String password = passwords.getOrDefault("search", "");
            if (password.isBlank()) {
                throw new IllegalStateException("The setting haven.database.passwords.search is missing.");
            }
            return password;
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
     * @param grpc gateway for commands
     * @param webapps Operate and Tasklist, to link to
     */
    public record Camunda(URI grpc, @Nullable URI broker, URI webapps, @Nullable URI records) {
    }

    /** @param secrets where the key lies that noise is drawn from */
    public record Zones(@DefaultValue List<Path> archiveRoots, @Nullable Path quarantine, @Nullable Path projects,
            Path secrets) {

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

    /** How long the processes wait; search starts one and passes on what that one needs. */
    public record Timers(@DefaultValue("P14D") Duration reminder, @DefaultValue("P28D") Duration escalation,
            @DefaultValue("P90D") Duration expiry, @DefaultValue("P14D") Duration appeal,
            @DefaultValue("P30D") Duration amend, @DefaultValue("P14D") Duration deletion,
            @DefaultValue("P7D") Duration releaseReminder, @DefaultValue("R/P1D") String accessSweep) {

        /** Under the names the request process uses. */
        Map<String, String> asVariables() {
            return Map.of("reminderEvery", reminder.toString(), "escalateAfter", escalation.toString(), "expireAfter",
                    expiry.toString(), "appealWithin", appeal.toString(), "amendWithin", amend.toString());
        }
    }

    /** See {@link DisclosureRules}. */
    public record Disclosure(@DefaultValue("5") int threshold, @DefaultValue("5") int rounding,
            @DefaultValue("0.5") double epsilon, @DefaultValue("2000") int answersPerUser,
            @DefaultValue("20000") int answersPerDay) {

        DisclosureRules rules() {
            return new DisclosureRules(threshold, rounding, epsilon, answersPerUser, answersPerDay);
        }
    }
}
