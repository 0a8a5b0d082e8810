package vn.kt1.gateway.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.kt1.gateway.directory.Rate;

/**
 * {@code gateway.admin.rate}: how many calls a caller may make: each person, and each partner whose
 * file sets no rate.
 */
@ConfigurationProperties("gateway.admin.rate")
record RateSettings(@DefaultValue("20") int requestsPerSecond, @DefaultValue("40") int burst) {

  RateSettings {
    // A bad value stops the start here.
    new Rate(requestsPerSecond, burst);
  }

  Rate usual() {
    return new Rate(requestsPerSecond, burst);
  }
}
