package org.imaginghaven.app.web;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Who may reach which page. Everything that is not named is refused, also to people who are signed in.
 *
 * <p>Locally people sign in with a password kept in the {@code governance} schema; with profile {@code oidc} the
 * hospital's own sign-in says who they are and only their groups come from there.
 */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    private static final String CONTENT_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "font-src 'self'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http) throws Exception {
        // no cookie is accepted here, so there is nothing a foreign page could ride on
        http.securityMatcher("/api/**").csrf(csrf -> csrf.disable()).httpBasic(Customizer.withDefaults())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        return http.authorizeHttpRequests(requests -> requests
                .requestMatchers(HttpMethod.POST, "/api/batches", "/api/promotions/**", "/api/extractions",
                        "/api/opt-outs")
                .hasAuthority(Groups.DEID_ANALYST)
                .requestMatchers(HttpMethod.POST, "/api/revocations", "/api/sweep").hasAuthority(Groups.IG_LEAD)
                .requestMatchers(HttpMethod.POST, "/api/requests/*/withdrawal", "/api/requests/*/appeal")
                .authenticated()
                .requestMatchers(HttpMethod.GET, "/api/audit/**").hasAnyAuthority(Groups.AUDITOR, Groups.IG_LEAD)
                .requestMatchers(HttpMethod.GET, "/api/batches/*", "/api/extractions/*", "/api/revocations/*",
                        "/api/requests/*")
                .hasAnyAuthority(Groups.DEID_ANALYST, Groups.IG_LEAD, Groups.AUDITOR, Groups.RELEASE_REVIEWER)
                .anyRequest().denyAll()).build();
    }

    @Bean
    @Order(2)
    @Profile("!oidc")
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        return guarded(http).formLogin(Customizer.withDefaults()).build();
    }

    @Bean
    @Order(2)
    @Profile("oidc")
    SecurityFilterChain pagesBehindOidc(HttpSecurity http, PeopleOfOidc people) throws Exception {
        return guarded(http)
                .oauth2Login(login -> login.userInfoEndpoint(endpoint -> endpoint.oidcUserService(people)))
                .build();
    }

    private static HttpSecurity guarded(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                .requestMatchers("/actuator/health/**", "/webjars/**", "/css/**", "/error").permitAll()
                .requestMatchers("/promotions/rules", "/promotions/rules/new").hasAuthority(Groups.DEID_ANALYST)
                .requestMatchers("/evidence/**").hasAnyAuthority(Groups.DEID_ANALYST, Groups.IG_LEAD)
                .requestMatchers("/audit/subjects/*").authenticated()
                .requestMatchers("/", "/audit/**").hasAnyAuthority(Groups.AUDITOR, Groups.IG_LEAD)
                .requestMatchers("/logout").authenticated()
                .anyRequest().denyAll())
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(Customizer.withDefaults()));
    }

    @Bean
    @Profile("!oidc & governance")
    LocalPeople localPeople(@Qualifier("governanceDataSource") DataSource governance) {
        return new LocalPeople(governance);
    }

    @Bean
    @Profile("oidc")
    PeopleOfOidc peopleOfOidc(ObjectProvider<DataSource> zones) {
        return new PeopleOfOidc(new LocalPeople(any(zones)));
    }

    /** Only governance may read passwords; who is in which group, a program of another zone may read too. */
    private static DataSource any(ObjectProvider<DataSource> zones) {
        return zones.orderedStream().findFirst()
                .orElseThrow(() -> new IllegalStateException("no zone's profile is active: nobody could sign in"));
    }
}
