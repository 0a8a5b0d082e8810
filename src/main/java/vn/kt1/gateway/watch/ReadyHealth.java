package vn.kt1.gateway.watch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.shipment.Text;

/** The parts of readiness. It is never up while calls with hand-offs are answered 503. */
@Configuration(proxyBeanMethods = false)
class ReadyHealth {

  private static final String WRITES =
      "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";

  /** Replaces Boot's check, which is satisfied with a read-only database. */
  @Bean
  HealthIndicator dbHealthIndicator(JdbcClient jdbc) {
    return HealthComponents.quiet(
        () ->
            jdbc.sql(WRITES).query(Boolean.class).single()
                ? Health.up().build()
                : down(Text.of("cause.database-read-only")));
  }

  /** Replaces Boot's check, which only knows whether the gateway has started. */
  @Bean
  HealthIndicator readinessStateHealthIndicator(Readiness readiness) {
    return () -> readiness.notNow().map(ReadyHealth::down).orElseGet(() -> Health.up().build());
  }

  private static Health down(Text why) {
    return Health.down().withDetail("cause", why.vi() + " · " + why.en()).build();
  }
}
