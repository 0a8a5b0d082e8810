package vn.kt1.gateway;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.held.Reconsideration;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;

/** Puts together what knows nothing of Spring. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class GatewayConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Directory directory(Environment environment) {
    return DirectoryFolder.read(Path.of(environment.getProperty("gateway.config", "config")));
  }

  @Bean
  RoutingPolicy routingPolicy(Directory directory, Clock clock) {
    return new RoutingPolicy(directory, clock, Rules.all());
  }

  @Bean
  Reconsideration reconsideration(RoutingPolicy policy) {
    return policy::reconsider;
  }
}
