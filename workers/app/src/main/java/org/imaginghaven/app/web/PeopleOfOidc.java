package org.imaginghaven.app.web;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Takes the name from the identity provider (claim {@code preferred_username}) and the groups from our own schema. */
final class PeopleOfOidc implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final String NAME = "preferred_username";

    private final OidcUserService provider = new OidcUserService();
    private final LocalPeople people;

    PeopleOfOidc(LocalPeople people) {
        this.people = people;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        String name = user.getPreferredUsername();
        return new DefaultOidcUser(name == null ? java.util.List.of() : people.groupsOf(name), user.getIdToken(),
                user.getUserInfo(), name == null ? "sub" : NAME);
    }
}
