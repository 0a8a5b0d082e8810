package vn.kt1.gateway.console;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.PasswordCheck;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Rate;
import vn.kt1.gateway.security.Callers;
import vn.kt1.gateway.security.RateFilter;
import vn.kt1.gateway.security.Rates;
import vn.kt1.gateway.security.RefusalFilter;
import vn.kt1.gateway.security.Refusals;
import vn.kt1.gateway.security.RefusedCall;
import vn.kt1.gateway.server.AnswerHeaders;
import vn.kt1.gateway.server.FormFilter;
import vn.kt1.gateway.server.SlowSettings;

/**
 * The security of the console: login by form, a session, and a token against forged requests in
 * each form. Logins, lock-out and first passwords are the same as in the API.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  static final String LOGIN = "/console/login";

  /** Logins of one person: no person logs in faster for long. */
  private static final Rate LOGINS = new Rate(1, 10);

  /** SECURITY: no inline content, no content from other hosts, no frame. */
  private static final String NOTHING_INLINE =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
          + " 'none'";

  @Bean
  @Order(2)
  SecurityFilterChain console(
      HttpSecurity http,
      PasswordCheck passwords,
      Logins logins,
      Refusals refusals,
      RateFilter rates,
      Sessions sessions)
      throws Exception {
    return http.securityMatcher("/console", "/console/**")
        .addFilterBefore(new RefusalFilter(refusals), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(rates, AuthorizationFilter.class)
        .addFilterBefore(new SessionLogin(logins), AuthorizationFilter.class)
        .sessionManagement(
            all ->
                all.sessionAuthenticationStrategy(
                    new CompositeSessionAuthenticationStrategy(
                        List.of(new ChangeSessionIdAuthenticationStrategy(), sessions))))
        .headers(AnswerHeaders.with(NOTHING_INLINE))
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(LOGIN, "/console/console.css")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .authenticationProvider(passwords)
        .formLogin(
            form ->
                form.loginPage(LOGIN)
                    .defaultSuccessUrl("/console", true)
                    .failureHandler(
                        (request, response, why) -> refused(refusals, request, response, why)))
        .logout(logout -> logout.logoutUrl("/console/logout").logoutSuccessUrl(LOGIN + "?left"))
        // SECURITY: the token is in a cookie, so that only people who have logged in need memory
        // for a session.
        .csrf(csrf -> csrf.csrfTokenRepository(forms()))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(form()))
        .requestCache(cache -> cache.disable())
        .build();
  }

  @Bean
  Sessions sessions(Callers callers, Directory directory) {
    return new Sessions(callers, new Rates(directory, LOGINS, TimeMeter.SYSTEM_NANOTIME));
  }

  /** SECURITY: runs before all other filters, which would wait for a form on a thread. */
  @Bean
  FilterRegistrationBean<FormFilter> formsOfTheConsole(SlowSettings slow) {
    FilterRegistrationBean<FormFilter> first =
        new FilterRegistrationBean<>(new FormFilter(slow.head()));
    first.addUrlPatterns("/console/*");
    first.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return first;
  }

  /** SECURITY: redirects to our own form, not to a host that the caller named. */
  private static AuthenticationEntryPoint form() {
    LoginUrlAuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint(LOGIN);
    form.setFavorRelativeUris(true);
    return form;
  }

  private static CookieCsrfTokenRepository forms() {
    CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("kt1-forms");
    tokens.setCookiePath("/console");
    tokens.setCookieCustomizer(cookie -> cookie.httpOnly(true).sameSite("Strict"));
    return tokens;
  }

  private static void refused(
      Refusals refusals,
      HttpServletRequest request,
      HttpServletResponse response,
      AuthenticationException why)
      throws IOException {
    if (why instanceof SessionAuthenticationException) {
      response.sendRedirect(LOGIN + "?often");
      return;
    }
    if (why instanceof AuthenticationServiceException) {
      response.sendRedirect(LOGIN + "?away");
      return;
    }
    RefusedCall.because(request, why);
    // The browser is redirected to the form, but evidence gets the same status as in the API.
    refusals.note(request, HttpServletResponse.SC_UNAUTHORIZED);
    response.sendRedirect(LOGIN + "?refused");
  }
}
