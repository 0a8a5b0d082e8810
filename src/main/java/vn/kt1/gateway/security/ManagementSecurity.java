package vn.kt1.gateway.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.request.async.WebAsyncManagerIntegrationFilter;
import org.springframework.web.context.support.WebApplicationContextUtils;
import vn.kt1.gateway.access.PasswordCheck;

/**
 * Who may do what on the management port: the status of health for everybody, reading for
 * administrators and operators, the rest for administrators.
 */
@Configuration(proxyBeanMethods = false)
class ManagementSecurity {

  private static final EntryPoint DOOR = new EntryPoint("Basic realm=\"kt1\", charset=\"UTF-8\"");

  private static final String[] STATUS = {
    "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"
  };

  /**
   * Boot also puts the filter chains of the gateway in front of the management port. This chain is
   * for every path there, known or not.
   */
  @Bean
  @Order(0)
  SecurityFilterChain management(HttpSecurity http, PasswordCheck passwords, Refusals refusals)
      throws Exception {
    return Security.stateless(http.securityMatcher(ManagementSecurity::management))
        .addFilterBefore(new RefusalFilter(refusals), WebAsyncManagerIntegrationFilter.class)
        .addFilterBefore(new FirstPasswordFilter(), AuthorizationFilter.class)
        .addFilterBefore(new ManagementAnswers(), WebAsyncManagerIntegrationFilter.class)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, STATUS)
                    .permitAll()
                    .requestMatchers(HttpMethod.HEAD, STATUS)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/actuator/prometheus")
                    .hasAnyRole("ADMIN", "OPERATOR", "MONITOR")
                    .requestMatchers(HttpMethod.GET, "/**")
                    .hasAnyRole("ADMIN", "OPERATOR")
                    .anyRequest()
                    .hasRole("ADMIN"))
        .authenticationProvider(passwords)
        .httpBasic(basic -> basic.authenticationEntryPoint(DOOR))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(DOOR).accessDeniedHandler(DOOR))
        .build();
  }

  /** SECURITY: also checks the path, in case both ports are ever made the same. */
  private static boolean management(HttpServletRequest request) {
    return request.getServletPath().startsWith("/actuator")
        || WebServerApplicationContext.hasServerNamespace(
            WebApplicationContextUtils.getWebApplicationContext(request.getServletContext()),
            "management");
  }
}
