package vn.kt1.gateway.admin;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** How many headers a request may have; Boot has a key for their size only. */
@Component
class HeaderLimit implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private final AdminSettings settings;

  HeaderLimit(AdminSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addConnectorCustomizers(
        connector ->
            connector.setProperty("maxHeaderCount", String.valueOf(settings.mostHeaders())));
  }
}
