package vn.kt1.gateway.admin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.PasswordCheck;

/**
 * The console: people by form and session, with a token against forged requests in each form. The
 * same logins, lock-out and first passwords as everywhere.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

  static final String LOGIN = "/console/login";

  /** SECURITY: nothing inline, nothing from elsewhere, in no frame. */
  private static final String NOTHING_INLINE =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Bean
  @Order(2)
  SecurityFilterChain console(
      HttpSecurity http, PasswordCheck passwords, Logins logins, Refusals refusals)
      throws Exception {
    return http.securityMatcher("/console", "/console/**")
        .addFilterBefore(new RefusalFilter(refusals), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(new SessionLogin(logins), AuthorizationFilter.class)
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
        // SECURITY: in a cookie, so that only who has logged in takes up room for a session.
        .csrf(csrf -> csrf.csrfTokenRepository(forms()))
        .requestCache(cache -> cache.disable())
        .build();
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
    if (why instanceof AuthenticationServiceException) {
      response.sendRedirect(LOGIN + "?away");
      return;
    }
    Refused.because(request, why);
    // A browser is sent back to the form; for evidence it is what it is elsewhere.
    refusals.note(request, HttpServletResponse.SC_UNAUTHORIZED);
    response.sendRedirect(LOGIN + "?refused");
  }
}
