package vn.kt1.gateway.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.kt1.gateway.directory.Rate;

/**
 * {@code gateway.admin.rate}: how many calls each caller may make, a partner whose file says
 * nothing else, and a person.
 */
@ConfigurationProperties("gateway.admin.rate")
record RateSettings(@DefaultValue("20") int requestsPerSecond, @DefaultValue("40") int burst) {

  RateSettings {
    // Bad values end the start.
    new Rate(requestsPerSecond, burst);
  }

  Rate usual() {
    return new Rate(requestsPerSecond, burst);
  }
}
