package org.imaginghaven.app.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.imaginghaven.kernel.AuditEvent;
import org.imaginghaven.schema.JdbcAuditLedger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings the people of the file into the database: the file is the truth, who is no longer in it cannot sign in. */
public final class PeopleImport {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JdbcAuditLedger ledger;
    private final PasswordEncoder passwords;

    public PeopleImport(DataSource governance, PasswordEncoder passwords) {
        this.jdbc = JdbcClient.create(governance);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(governance));
        this.ledger = new JdbcAuditLedger(governance);
        this.passwords = passwords;
    }

    /** Does nothing for what is as the file says already. */
    public void run(PeopleFile file) {
        transaction.executeWithoutResult(_ -> {
            file.controllers().forEach(this::write);
            file.people().forEach(this::write);
            List<String> names = file.people().stream().map(PeopleFile.Person::username).toList();
            jdbc.sql("update governance.person set enabled = false where enabled and not (username = any(:names))"
                    + " returning username").param("names", names.toArray(String[]::new)).query(String.class).list()
                    .forEach(gone -> audit(gone, "person-disabled", ""));
        });
    }

    private void write(PeopleFile.Controller controller) {
        jdbc.sql("""
                insert into governance.data_controller (code, name) values (:code, :name)
                on conflict (code) do update set name = excluded.name""").param("code", controller.code())
                .param("name", controller.name()).update();
    }

    private void write(PeopleFile.Person person) {
        Optional<String> hash = jdbc
                .sql("select password_hash from governance.person where username = :name and enabled")
                .param("name", person.username()).query(String.class).optional();
        boolean same = hash.isPresent() && passwords.matches(person.password(), hash.get())
                && groups(person.username()).equals(person.groups().stream().distinct().sorted().toList());
        if (same) {
            return;
        }
        jdbc.sql("""
                insert into governance.person (username, display_name, password_hash) values (:user, :name, :hash)
                on conflict (username) do update set display_name = excluded.display_name,
                    password_hash = excluded.password_hash, enabled = true""").param("user", person.username())
                .param("name", person.name()).param("hash", passwords.encode(person.password())).update();
        jdbc.sql("delete from governance.person_group where username = :user").param("user", person.username())
                .update();
        person.groups().stream().distinct().forEach(group -> jdbc
                .sql("insert into governance.person_group (username, group_name) values (:user, :group)")
                .param("user", person.username()).param("group", group).update());
        audit(person.username(), "person-set", String.join(" ", person.groups()));
    }

    private List<String> groups(String username) {
        return jdbc.sql("select group_name from governance.person_group where username = :user order by 1")
                .param("user", username).query(String.class).list().stream().sorted().toList();
    }

    private void audit(String username, String action, String groups) {
        ledger.append(new AuditEvent("system:people-file", action, username, null, Map.of("groups", groups)));
    }
}
