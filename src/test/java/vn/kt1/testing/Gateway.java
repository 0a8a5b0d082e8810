package vn.kt1.testing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import vn.kt1.gateway.GatewayApplication;
import vn.kt1.gateway.admin.PartnerTokens;
import vn.kt1.sandbox.Api;

/** The gateway in this process, at work on a {@link Site}, on ports of its own. */
public final class Gateway implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Gateway(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static Gateway start(Site site) {
    List<String> arguments = new ArrayList<>();
    // The checkout's own ./config is production's; Boot would read it from the working folder.
    arguments.add(
        "--spring.config.location=classpath:/application.yaml,file:"
            + site.config().resolve("application.yaml"));
    site.environment().forEach((name, value) -> arguments.add("--" + name + "=" + value));
    return new Gateway(
        new SpringApplication(GatewayApplication.class).run(arguments.toArray(String[]::new)));
  }

  /** The API as that partner sees it, with a fresh token. */
  public Api api(String partner) {
    int port = ((WebServerApplicationContext) context).getWebServer().getPort();
    String token = context.getBean(PartnerTokens.class).add(partner);
    return new Api("http://127.0.0.1:" + port + "/api/v1", "Bearer " + token);
  }

  /** One of its beans. */
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
