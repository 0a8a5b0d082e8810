package vn.kt1.testing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import vn.kt1.gateway.GatewayApplication;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.PartnerTokens;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.startup.Secrets;
import vn.kt1.gateway.tls.Tls;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.Credentials;

/** The gateway in this process, at work on a {@link Site}, on ports of its own. */
public final class Gateway implements AutoCloseable {

  private final ConfigurableApplicationContext context;

  private Gateway(ConfigurableApplicationContext context) {
    this.context = context;
  }

  public static Gateway start(Site site) {
    return start(site, null);
  }

  /** With a clock in the test's hand, and further arguments as on the command line. */
  public static Gateway start(Site site, @Nullable Clock clock, String... more) {
    Map<String, Object> settings = new LinkedHashMap<>(site.environment());
    // Quartz keeps data sources by this name, one for all gateways of a process.
    settings.put(
        "spring.quartz.properties.org.quartz.scheduler.instanceName", "site-" + site.ssh().port());
    for (String argument : more) {
      String[] parts = argument.substring("--".length()).split("=", 2);
      settings.put(parts[0], parts[1]);
    }
    SpringApplication application = new SpringApplication(GatewayApplication.class);
    // No arguments: among them a secret would be refused.
    application.addInitializers(
        context -> {
          ConfigurableEnvironment environment = context.getEnvironment();
          environment.getPropertySources().addFirst(new MapPropertySource("site", settings));
          // They have looked already, at an environment that did not have these.
          new Secrets().postProcessEnvironment(environment, application);
          new Tls().postProcessEnvironment(environment, application);
        });
    if (clock != null) {
      application.addInitializers(
          context ->
              ((GenericApplicationContext) context)
                  .registerBean(
                      "testClock", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    }
    // The checkout's own ./config is production's; Boot would read it from the working folder.
    String files = "classpath:/application.yaml,file:" + site.config().resolve("application.yaml");
    Started.note("gateway");
    return new Gateway(application.run("--spring.config.location=" + files));
  }

  /** Where the API listens. */
  public int port() {
    return ((WebServerApplicationContext) context).getWebServer().getPort();
  }

  /** The API as that partner sees it, with a fresh token. */
  public Api api(String partner) {
    return new Api("http://127.0.0.1:" + port() + "/api/v1", "Bearer " + token(partner));
  }

  /** The API as that person sees it, who is let in with that role. */
  public Api api(String name, Role role) {
    String password = Credentials.freshSecret();
    context.getBean(Logins.class).put(name, password, role, null, null);
    byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Api(
        "http://127.0.0.1:" + port() + "/api/v1",
        "Basic " + Base64.getEncoder().encodeToString(login));
  }

  /** The management port as that person sees it, who is let in with that role. */
  public Management management(String name, Role role) {
    String password = Credentials.freshSecret();
    context.getBean(Logins.class).put(name, password, role, null, null);
    return management(name + ":" + password);
  }

  /** The management port as a stranger sees it. */
  public Management management() {
    return management("");
  }

  /** The management port as a partner tries it, with a fresh token. */
  public Management managementWithToken(String partner) {
    return reached("Bearer " + token(partner));
  }

  private Management management(String login) {
    byte[] bytes = login.getBytes(StandardCharsets.UTF_8);
    return reached(login.isEmpty() ? "" : "Basic " + Base64.getEncoder().encodeToString(bytes));
  }

  /** Where the Actuator listens. */
  public int managementPort() {
    return context.getEnvironment().getRequiredProperty("local.management.port", int.class);
  }

  private Management reached(String authorization) {
    return new Management("http://127.0.0.1:" + managementPort(), authorization);
  }

  /** A fresh token of that partner. */
  public String token(String partner) {
    String token = Credentials.freshSecret();
    Instant nextYear = context.getBean(Clock.class).instant().plus(Duration.ofDays(365));
    context.getBean(PartnerTokens.class).put(partner, token, nextYear);
    return token;
  }

  public ApplicationContext context() {
    return context;
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
