package vn.kt1.gateway.admin;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.shipment.Fault.Code;

/** Partners by bearer token, people by HTTP Basic, stateless; problem bodies for every refusal. */
@Configuration(proxyBeanMethods = false)
class Security {

  @Bean
  @Order(1)
  SecurityFilterChain api(
      HttpSecurity http,
      RouteSwitch routes,
      Callers callers,
      Bodies bodies,
      TokenCheck tokens,
      RateFilter rates)
      throws Exception {
    return stateless(http.securityMatcher("/api/**"))
        .addFilterBefore(new ReadyFilter(routes), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(rates, AuthorizationFilter.class)
        .addFilterAfter(new CallFilter(callers, bodies), AuthorizationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.POST, "/api/v1/hand-offs")
                    .hasAnyRole("PARTNER", "CLERK")
                    .anyRequest()
                    .authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(Security::whoAreYou))
        .oauth2ResourceServer(
            server ->
                server
                    .opaqueToken(token -> token.introspector(tokens))
                    .authenticationEntryPoint(Security::whoAreYou))
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(Security::whoAreYou)
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            Problems.write(request, response, Code.FORBIDDEN)))
        .build();
  }

  @Bean
  RateFilter rateFilter(
      Callers callers, Directory directory, RateSettings settings, MeterRegistry meters) {
    return new RateFilter(
        callers,
        new Rates(directory, settings.usual(), TimeMeter.SYSTEM_NANOTIME),
        meters.counter("gateway.admin.rate.limited"));
  }

  /** Boot would else put it before every request of the server, and before anybody is known. */
  @Bean
  FilterRegistrationBean<RateFilter> onlyInTheChain(RateFilter rates) {
    FilterRegistrationBean<RateFilter> registration = new FilterRegistrationBean<>(rates);
    registration.setEnabled(false);
    return registration;
  }

  /** Nothing stands outside the API yet. */
  @Bean
  @Order(2)
  SecurityFilterChain elsewhere(HttpSecurity http) throws Exception {
    return stateless(http)
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Logins.encoder();
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

  /** A database that is away says nothing about who is asking. */
  private static void whoAreYou(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    if (why instanceof AuthenticationServiceException) {
      Problems.unavailable(request, response);
      return;
    }
    response.addHeader("WWW-Authenticate", "Bearer realm=\"kt1\"");
    response.addHeader("WWW-Authenticate", "Basic realm=\"kt1\", charset=\"UTF-8\"");
    Problems.write(request, response, Code.UNAUTHENTICATED);
  }

  /**
   * Writes the security headers before a call is let in. By default they are written after it,
   * while the route answers on another thread: Tomcat's header table takes one thread only, and
   * breaks.
   */
  private static final class HeadersFirst implements ObjectPostProcessor<HeaderWriterFilter> {
    @Override
    public <O extends HeaderWriterFilter> O postProcess(O filter) {
      filter.setShouldWriteHeadersEagerly(true);
      return filter;
    }
  }
}
