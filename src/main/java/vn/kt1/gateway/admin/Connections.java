package vn.kt1.gateway.admin;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How patient the gateway is with a line, and how many headers a request may have. */
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final AdminSettings settings;
  private final SlowSettings slow;

  Connections(AdminSettings settings, SlowSettings slow) {
    this.settings = settings;
    this.slow = slow;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(TimedHttp.class.getName());
    factory.addConnectorCustomizers(
        connector -> {
          // Boot has a key for their size only.
          connector.setProperty("maxHeaderCount", String.valueOf(settings.mostHeaders()));
          if (connector.getProtocolHandler() instanceof TimedHttp http) {
            http.limits(slow);
          }
        });
  }
}
