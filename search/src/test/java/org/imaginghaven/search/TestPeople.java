package org.imaginghaven.search;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** People as the workers write them at start-up; everyone's password is their name. */
public final class TestPeople {

    private TestPeople() {
    }

    /** @param governance signed in as a role that may write people */
    public static void into(DataSource governance) {
        JdbcClient jdbc = JdbcClient.create(governance);
        Map<String, List<String>> people = Map.of("coordinator1", List.of("coordinator", "researcher"), "researcher9",
                List.of("researcher"), "analyst1", List.of("deid-analyst"), "gone1", List.of("coordinator"));
        people.forEach((name, groups) -> {
            jdbc.sql(
                    "insert into governance.person (username, display_name, password_hash, enabled) values (?, ?, ?, ?)")
                    .param(name).param("Test " + name)
                    .param(PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(name))
                    .param(!name.equals("gone1")).update();
            groups.forEach(group -> jdbc
                    .sql("insert into governance.person_group (username, group_name) values (?, ?)").param(name)
                    .param(group).update());
        });
        List.of("north", "central", "south").forEach(
                code -> jdbc.sql("insert into governance.data_controller (code, name) values (?, ?)").param(code)
                        .param(code).update());
    }
}
