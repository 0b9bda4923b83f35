package org.imaginghaven.search.web;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** People and their groups, from {@code governance}. Groups are read anew for each request: losing one acts at once. */
@Component
class People implements UserDetailsService {

    private final JdbcClient jdbc;

    People(DataSource search) {
        this.jdbc = JdbcClient.create(search);
    }

    private record Row(String displayName, @Nullable String passwordHash) {
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        Row row = row(username).filter(found -> found.passwordHash() != null)
                .orElseThrow(() -> new UsernameNotFoundException("unknown"));
        return User.withUsername(username).password(row.passwordHash())
                .authorities(groups(username).toArray(String[]::new)).build();
    }

    /** A person who may still sign in, whatever the session remembers. */
    Optional<Person> person(String username) {
        return row(username).map(found -> new Person(username, found.displayName(), new HashSet<>(groups(username))));
    }

    Set<String> groupsOf(String username) {
        return person(username).map(Person::groups).orElse(Set.of());
    }

    private Optional<Row> row(String username) {
        return jdbc.sql("select display_name, password_hash from governance.person where username = ? and enabled")
                .param(username).query((row, number) -> new Row(row.getString(1), row.getString(2))).optional();
    }

    private List<String> groups(String username) {
        return jdbc.sql("select group_name from governance.person_group where username = ?").param(username)
                .query(String.class).list();
    }
}
