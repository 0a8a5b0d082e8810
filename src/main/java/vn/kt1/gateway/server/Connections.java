package vn.kt1.gateway.server;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * How patient the gateway is with a line, how many headers a request may have, and where redirects
 * lead.
 */
@Component
class Connections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final ServerSettings settings;
  private final SlowSettings slow;

  Connections(ServerSettings settings, SlowSettings slow) {
    this.settings = settings;
    this.slow = slow;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(TimedHttp.class.getName());
    // SECURITY: a redirect names a path and never the host that the caller said.
    factory.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
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
