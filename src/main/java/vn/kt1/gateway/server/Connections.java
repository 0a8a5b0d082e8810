package vn.kt1.gateway.server;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Sets the time limits of a connection and the most headers of a request, and makes redirects
 * relative.
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
    // SECURITY: a redirect holds a path only, never the host name that the caller sent.
    factory.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    factory.addConnectorCustomizers(
        connector -> {
          // Boot has a setting for the size of the headers, but none for their number.
          connector.setProperty("maxHeaderCount", String.valueOf(settings.mostHeaders()));
          if (connector.getProtocolHandler() instanceof TimedHttp http) {
            http.limits(slow);
          }
        });
  }
}
