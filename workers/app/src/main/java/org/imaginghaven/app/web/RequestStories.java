package org.imaginghaven.app.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.imaginghaven.kernel.Key;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which keys belong to one request: its project, agreement, extractions, releases and revocations. */
@Component
@Profile("governance")
class RequestStories {

    private static final String KEYS = """
            with r as (select * from governance.request where request_key = :key),
                 a as (select * from governance.agreement join r using (request_key)),
                 e as (select * from governance.extraction where agreement_key in (select agreement_key from a)),
                 l as (select * from governance.release where extraction_key in (select extraction_key from e))
            select 'request' as part, request_key as key, 1 as n from r
            union select 'project', project_key, 2 from r
            union select 'cohort', cohort_key, 3 from r
            union select 'agreement', agreement_key, 4 from a
            union select 'extraction', extraction_key, 5 from e
            union select 'release', release_key, 6 from l
            union select 'revocation', revocation_key, 7 from governance.revocation_release
                  where release_key in (select release_key from l)
            order by n, key""";

    private final JdbcClient sql;

    RequestStories(@Qualifier("governanceDataSource") DataSource governance) {
        this.sql = JdbcClient.create(governance);
    }

    /** A request in the list. */
    record Summary(String requestKey, String title, String applicant, String state, String changedAt) {
    }

    /** @param parts what each key is, in the order of the eight verbs */
    record Story(Summary summary, Map<String, String> parts) {

        List<String> subjects() {
            return List.copyOf(parts.keySet());
        }

        String partOf(String key) {
            return parts.getOrDefault(key, "");
        }

        Map<String, List<String>> byPart() {
            Map<String, List<String>> keys = new LinkedHashMap<>();
            parts.forEach((key, part) -> keys.computeIfAbsent(part, _ -> new ArrayList<>()).add(key));
            return keys;
        }
    }

    /** The hundred that changed last. */
    List<Summary> latest() {
        return summaries("order by r.changed_at desc limit 100", Map.of());
    }

    Optional<Story> of(Key request) {
        return summaries("where r.request_key = :key", Map.of("key", request.value())).stream().findFirst()
                .map(summary -> {
                    Map<String, String> parts = new LinkedHashMap<>();
                    sql.sql(KEYS).param("key", request.value())
                            .query(row -> {
                                parts.put(row.getString("key"), row.getString("part"));
                            });
                    return new Story(summary, parts);
                });
    }

    private List<Summary> summaries(String rest, Map<String, ?> parameters) {
        return sql.sql("select r.request_key, p.title, r.applicant, r.state,"
                + " to_char(r.changed_at at time zone 'UTC', 'FMDD Month YYYY, HH24:MI') as changed_at"
                + " from governance.request r join governance.project p using (project_key) " + rest)
                .params(parameters).query(Summary.class).list();
    }
}
