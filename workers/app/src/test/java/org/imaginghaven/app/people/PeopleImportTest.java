package org.imaginghaven.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.imaginghaven.app.people.PeopleFile.Controller;
import org.imaginghaven.app.people.PeopleFile.Person;
import org.imaginghaven.governance.people.JdbcPeople;
import org.imaginghaven.schema.TestDatabase;
import org.imaginghaven.schema.ZoneRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class PeopleImportTest {

    private final DataSource governance = TestDatabase.fresh().connect(ZoneRole.GOVERNANCE);
    private final BCryptPasswordEncoder passwords = new BCryptPasswordEncoder(4);
    private final PeopleImport importing = new PeopleImport(governance, passwords);

    @Test
    void whoIsInTheFileCanSignInAndWhoIsNoLongerCannot() {
        importing.run(file(new Person("anna", "Anna", "secret", List.of("panel", "auditor")),
                new Person("bert", "Bert", "secret", List.of("panel"))));
        importing.run(file(new Person("anna", "Anna", "secret", List.of("panel"))));

        JdbcPeople people = new JdbcPeople(governance);
        assertThat(people.groupsOf("anna")).containsExactly("panel");
        assertThat(people.groupsOf("bert")).isEmpty();
        assertThat(
                passwords.matches("secret", one("select password_hash from governance.person where username = 'anna'")))
                .isTrue();
        assertThat(one("select string_agg(action, ' ' order by seq) from governance.audit_entry"))
                .isEqualTo("person-set person-set person-set person-disabled");
    }

    @Test
    void nothingIsWrittenWhenNothingChanged() {
        PeopleFile file = file(new Person("anna", "Anna", "secret", List.of("panel")));
        importing.run(file);
        importing.run(file);

        assertThat(one("select count(*) from governance.audit_entry")).isEqualTo("1");
    }

    @Test
    void aFileOfAnotherShapeIsNamedAndNeverQuoted(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("people.yaml"), "people: [{user: anna, password: secret}]");

        assertThatThrownBy(() -> PeopleFile.read(file)).hasMessageContaining(file.toString())
                .hasMessageNotContaining("secret").hasNoCause();
    }

    private static PeopleFile file(Person... people) {
        return new PeopleFile(List.of(people), List.of(new Controller("north", "North Health Board")));
    }

    private String one(String sql) {
        return JdbcClient.create(governance).sql(sql).query(String.class).single();
    }
}
