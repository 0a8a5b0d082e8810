package vn.kt1.gateway.security;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthenticatedAuthorizationManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import vn.kt1.gateway.access.Bearers;
import vn.kt1.gateway.access.PasswordCheck;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.server.AnswerHeaders;
import vn.kt1.gateway.server.Bodies;
import vn.kt1.gateway.server.Loads;
import vn.kt1.gateway.watch.Readiness;
import vn.kt1.gateway.web.ApiCall;
import vn.kt1.gateway.web.ApiCalls;
import vn.kt1.gateway.web.CallEngine;

/** Partners by bearer token, people by HTTP Basic, stateless; problem bodies for every refusal. */
@Configuration(proxyBeanMethods = false)
class Security {

  private static final String RATE_LIMITED = "gateway.admin.rate.limited";

  /** By no login, from the addresses of the post: {@link WebhookFilter}. */
  private static final ApiCall HINT = ApiCalls.named("webhook");

  private static final EntryPoint DOOR =
      new EntryPoint("Bearer realm=\"kt1\"", "Basic realm=\"kt1\", charset=\"UTF-8\"");

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      Readiness readiness,
      Callers callers,
      Bodies bodies,
      Loads loads,
      PasswordCheck passwords,
      Bearers bearers,
      RateFilter rates,
      Refusals refusals,
      Directory directory,
      CallEngine routes,
      Clock clock)
      throws Exception {
    return stateless(http.securityMatcher("/api/**"))
        .servletApi(AbstractHttpConfigurer::disable)
        .addFilterBefore(new RefusalFilter(refusals), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(new ReadyFilter(readiness), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(
            new CertificateFilter(callers, directory, DOOR, clock), AuthorizationFilter.class)
        .addFilterBefore(rates, AuthorizationFilter.class)
        .addFilterBefore(new FirstPasswordFilter(), AuthorizationFilter.class)
        .addFilterAfter(
            new CallFilter(callers, bodies, loads, readiness, routes), AuthorizationFilter.class)
        .authorizeHttpRequests(Security::whoMay)
        .authenticationProvider(passwords)
        .httpBasic(basic -> basic.authenticationEntryPoint(DOOR))
        .oauth2ResourceServer(
            server ->
                server
                    .authenticationManagerResolver(request -> bearers::authenticate)
                    .authenticationEntryPoint(DOOR))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(DOOR).accessDeniedHandler(DOOR))
        .build();
  }

  /** SECURITY: no login is required, and none is checked: the address decides who may call. */
  @Bean
  @Order(0)
  SecurityFilterChain hintsOfThePost(
      HttpSecurity http,
      Readiness readiness,
      Bodies bodies,
      Refusals refusals,
      WebhookSettings settings,
      MeterRegistry meters)
      throws Exception {
    WebhookFilter webhook =
        new WebhookFilter(
            settings, bodies, TimeMeter.SYSTEM_NANOTIME, meters.counter(RATE_LIMITED));
    return stateless(http.securityMatcher(HINT::is))
        .servletApi(AbstractHttpConfigurer::disable)
        .addFilterBefore(new RefusalFilter(refusals), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(new ReadyFilter(readiness), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(webhook, AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** A call that is not served answers 404, but only to callers that have been let in. */
  private static void whoMay(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests) {
    Map<String, AuthorizationManager<RequestAuthorizationContext>> known =
        ApiCalls.all().stream()
            .filter(call -> call != HINT)
            .collect(Collectors.toMap(ApiCall::id, Security::hasRoleFor));
    AuthorizationManager<RequestAuthorizationContext> unknown =
        AuthenticatedAuthorizationManager.authenticated();
    requests
        .dispatcherTypeMatchers(DispatcherType.ERROR)
        .permitAll()
        .anyRequest()
        .access(
            (who, asked) -> {
              AuthorizationResult result =
                  ApiCalls.of(asked.getRequest())
                      .map(call -> known.getOrDefault(call.id(), unknown))
                      .orElse(unknown)
                      .authorize(who, asked);
              return new AuthorizationDecision(result != null && result.isGranted());
            });
  }

  private static AuthorizationManager<RequestAuthorizationContext> hasRoleFor(ApiCall call) {
    String[] roles = call.roles().stream().map(Role::name).toArray(String[]::new);
    return AuthorityAuthorizationManager.hasAnyRole(roles);
  }

  @Bean
  RateFilter rateFilter(
      Callers callers, Directory directory, RateSettings settings, MeterRegistry meters) {
    return new RateFilter(
        callers,
        new Rates(directory, settings.usual(), TimeMeter.SYSTEM_NANOTIME),
        meters.counter(RATE_LIMITED));
  }

  /**
   * Without this, Boot would run the filter for every request of the server, before the login is
   * known.
   */
  @Bean
  FilterRegistrationBean<RateFilter> onlyInTheChain(RateFilter rates) {
    FilterRegistrationBean<RateFilter> registration = new FilterRegistrationBean<>(rates);
    registration.setEnabled(false);
    return registration;
  }

  /** Refuses every path outside the API and the console. */
  @Bean
  @Order(3)
  SecurityFilterChain elsewhere(HttpSecurity http) throws Exception {
    return stateless(http)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  /** Nobody reads figures of single filters; {@code http.server.requests} counts the calls. */
  @Bean
  SecurityObservationSettings noObservations() {
    return SecurityObservationSettings.noObservations();
  }

  static HttpSecurity stateless(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .headers(AnswerHeaders.strict())
        .headers(headers -> headers.withObjectPostProcessor(new HeadersFirst()))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
  }

  /**
   * Writes the security headers before a call is let in. By default Spring writes them when an
   * answer is sent, and wraps every answer to notice that.
   */
  private static final class HeadersFirst implements ObjectPostProcessor<HeaderWriterFilter> {
    @Override
    public <O extends HeaderWriterFilter> O postProcess(O filter) {
      filter.setShouldWriteHeadersEagerly(true);
      return filter;
    }
  }
}
