package org.imaginghaven.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may come in: coordinators and researchers. Pages sign in with a form or by OpenID Connect; scripts with HTTP Basic,
 * in the local mode alone. Groups always come from the database.
 */
@Configuration(proxyBeanMethods = false)
class Security {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Scripts. No session, so nothing a foreign page could ride on; and only JSON is taken, which no form can send. */
    @Bean
    @Order(1)
    @ConditionalOnProperty(name = "haven.sign-in.mode", havingValue = "local", matchIfMissing = true)
    SecurityFilterChain apiChain(HttpSecurity http, People people) throws Exception {
        headers(http);
        return http.securityMatcher("/api/**").authorizeHttpRequests(all -> all.anyRequest().access(member(people)))
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .httpBasic(basic -> basic.realmName("Imaging Haven search")).build();
    }

    /** Without local passwords scripts have no way in. */
    @Bean
    @Order(1)
    @ConditionalOnProperty(name = "haven.sign-in.mode", havingValue = "oidc")
    SecurityFilterChain closedApiChain(HttpSecurity http) throws Exception {
        headers(http);
        return http.securityMatcher("/api/**").authorizeHttpRequests(all -> all.anyRequest().denyAll())
                .exceptionHandling(refused -> refused
                        .authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.FORBIDDEN)))
                .csrf(csrf -> csrf.disable()).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http, People people, SearchSettings settings) throws Exception {
        headers(http);
        http.authorizeHttpRequests(
                all -> all.requestMatchers("/actuator/health", "/assets/**", "/sign-in", "/error").permitAll()
                        .anyRequest().access(member(people)))
                .exceptionHandling(refused -> refused.accessDeniedPage("/refused"))
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?signed-out"));
        switch (settings.signIn().mode()) {
            case LOCAL -> http.formLogin(form -> form.loginPage("/sign-in").failureUrl("/sign-in?failed")
                    .defaultSuccessUrl("/").permitAll());
            case OIDC -> http.oauth2Login(login -> login.defaultSuccessUrl("/"));
        }
        return http.build();
    }

    private static AuthorizationManager<RequestAuthorizationContext> member(People people) {
        return (Supplier<? extends Authentication> who, RequestAuthorizationContext where) -> {
            Authentication signedIn = who.get();
            HttpServletRequest request = where.getRequest();
            boolean refusal = request.getRequestURI().equals("/refused") || request.getRequestURI().equals("/sign-out");
            return new AuthorizationDecision(signedIn != null && signedIn.isAuthenticated()
                    && (refusal || people.groupsOf(signedIn.getName()).stream()
                            .anyMatch(group -> group.equals(Person.COORDINATOR) || group.equals(Person.RESEARCHER))));
        };
    }

    private static void headers(HttpSecurity http) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")));
    }
}
