package org.imaginghaven.app.web;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The people of the governance schema; their groups are their authorities. */
final class LocalPeople implements UserDetailsService {

    private final JdbcClient sql;

    LocalPeople(DataSource governance) {
        this.sql = JdbcClient.create(governance);
    }

    @Override
    public UserDetails loadUserByUsername(String username) {
        return sql.sql("select password_hash from governance.person where username = :name and enabled"
                + " and password_hash is not null").param("name", username).query(String.class).optional()
                .map(hash -> User.withUsername(username).password(hash).authorities(groupsOf(username)).build())
                .orElseThrow(() -> new UsernameNotFoundException("nobody of that name"));
    }

    /** Groups of somebody who is known and enabled; nothing for anybody else. */
    List<GrantedAuthority> groupsOf(String username) {
        return AuthorityUtils.createAuthorityList(sql.sql("""
                select group_name from governance.person_group join governance.person using (username)
                where username = :name and enabled""").param("name", username).query(String.class).list());
    }
}
