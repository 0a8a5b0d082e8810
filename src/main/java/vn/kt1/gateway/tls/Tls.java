package vn.kt1.gateway.tls;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Turns {@code GATEWAY_TLS_*} into TLS of both ports, once the secrets in files have been read. */
public class Tls implements EnvironmentPostProcessor {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("tls", TlsFiles.of(environment::getProperty).properties()));
  }
}
