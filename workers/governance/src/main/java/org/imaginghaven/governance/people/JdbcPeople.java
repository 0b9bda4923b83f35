package org.imaginghaven.governance.people;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and groups in PostgreSQL. */
public final class JdbcPeople implements People {

    private final JdbcClient jdbc;

    public JdbcPeople(DataSource governance) {
        this.jdbc = JdbcClient.create(governance);
    }

    @Override
    public Set<String> groupsOf(String username) {
        return Set.copyOf(jdbc.sql("""
                select group_name from governance.person_group join governance.person using (username)
                where username = :username and enabled""").param("username", username).query(String.class).list());
    }
}
