package org.imaginghaven.search.disclosure;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The catalogue the gate keeps in {@code inventory.report_finding}. */
public final class JdbcFindingCatalogue implements FindingCatalogue {

    private final JdbcClient jdbc;

    /** @param search signed in as the role of the search zone */
    public JdbcFindingCatalogue(DataSource search) {
        this.jdbc = JdbcClient.create(search);
    }

    @Override
    public Map<String, Explained> now() {
        Map<String, Explained> findings = new TreeMap<>();
        jdbc.sql("select value, name, parent, correct, measured, source from inventory.report_finding").query(row -> {
            findings.put(row.getString("value"), new Explained(row.getString("name"),
                    Optional.ofNullable(row.getString("parent")), row.getInt("correct"), row.getInt("measured"),
                    row.getString("source")));
        });
        return findings;
    }
}
