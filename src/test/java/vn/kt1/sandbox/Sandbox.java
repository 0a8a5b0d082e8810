package vn.kt1.sandbox;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quartz.Scheduler;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.GatewayApplication;
import vn.kt1.gateway.reconciliation.Reconciliations;

/**
 * {@code ./mvnw spring-boot:test-run}: the gateway with everything around it on this machine, the
 * main job done with sample input, and then yours to drive.
 */
@SpringBootApplication(scanBasePackages = "vn.kt1.sandbox.none")
public class Sandbox {

  /** The clock of the sandbox, shifted by {@code GATEWAY_CLOCK_OFFSET}. */
  @Configuration(proxyBeanMethods = false)
  static class ShiftedClock {
    @Bean
    @Primary
    Clock sandboxClock(Environment environment) {
      String offset = environment.getProperty("GATEWAY_CLOCK_OFFSET", "PT0S");
      return Clock.offset(Clock.systemUTC(), Duration.parse(offset));
    }
  }

  private final Path folder;
  private final Credentials credentials;
  private final Peers peers;

  private Sandbox() throws Exception {
    check();
    folder = Path.of(env("GATEWAY_DATA", "./data")).toAbsolutePath().normalize().resolve("sandbox");
    credentials = Credentials.in(folder);
    peers =
        Peers.start(
            folder,
            credentials,
            System.getenv("SANDBOX_DB_URL"),
            new Peers.Ports(
                port("SANDBOX_SFTP_PORT", 2222),
                port("SANDBOX_SMTP_PORT", 2525),
                port("SANDBOX_IMAP_PORT", 2143),
                port("SANDBOX_TRACKING_PORT", 8090)));
  }

  public static void main(String[] args) throws Exception {
    quiet();
    try {
      new Sandbox().run(args);
    } catch (Exception failed) {
      System.err.println("The sandbox could not start: " + failed.getMessage());
      if (!(failed instanceof IllegalArgumentException)) {
        failed.printStackTrace();
      }
      System.exit(1);
    }
  }

  /** Before anything is started that somebody would have to end. */
  private static void check() {
    String offset = env("GATEWAY_CLOCK_OFFSET", "PT0S");
    try {
      Duration.parse(offset);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "GATEWAY_CLOCK_OFFSET cannot be read -> a duration such as P20D or PT36H", e);
    }
    if (!List.of("none", "month").contains(env("SANDBOX_SEED", "none"))) {
      throw new IllegalArgumentException("SANDBOX_SEED is neither -> none or month");
    }
    if (!List.of("auto", "silent").contains(env("SANDBOX_POST", "auto"))) {
      throw new IllegalArgumentException("SANDBOX_POST is neither -> auto or silent");
    }
  }

  /** Before Boot has set up logging, the peers would tell more than a person wants to read. */
  private static void quiet() {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
  }

  private void run(String... args) throws Exception {
    ConfigurableApplicationContext gateway = startGateway(args);
    SpringApplication.getShutdownHandlers().add(this::closePeers);
    new People(gateway, credentials).letIn();
    Clock clock = gateway.getBean(Clock.class);
    if (env("SANDBOX_POST", "auto").equals("auto")) {
      new SimulatedPost(peers.postTree(), folder.resolve("post-memory"), clock, SimulatedPost.STEP)
          .telling(peers.tracking().items())
          .start();
    }
    if (env("SANDBOX_SEED", "none").equals("month")) {
      seed(gateway, clock);
    }
    Map<String, Object> endpoints = endpoints(gateway);
    peers.tracking().hookTo(URI.create(endpoints.get("api") + "/webhooks/vnpost"));
    if (env("SANDBOX_SAMPLES", "true").equals("true")) {
      samples(gateway, endpoints, clock);
    }
    // A clock beyond the report's day would mail a report before there is anything to count.
    gateway.getBean(Scheduler.class).start();
    String ready = new ObjectMapper().writeValueAsString(endpoints);
    Files.writeString(folder.resolve("endpoints.json"), ready);
    System.out.println("READY " + ready);
  }

  /** A SYNTHETIC last month with planted differences; the nightly pass is due once more. */
  private void seed(ConfigurableApplicationContext gateway, Clock clock) throws IOException {
    Path told = folder.resolve("seed.json");
    if (Files.exists(told)) {
      return;
    }
    YearMonth month =
        YearMonth.from(clock.instant().atOffset(ZoneOffset.ofHours(7))).minusMonths(1);
    JdbcClient database = gateway.getBean(JdbcClient.class);
    List<SeededMonth.Planted> planted =
        gateway
            .getBean(TransactionTemplate.class)
            .execute(status -> SeededMonth.write(database, month));
    Files.writeString(
        told, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(planted));
    gateway.getBean(Reconciliations.class).again();
  }

  /** Samples that do not end, say because a route rests, are no reason not to be driven. */
  private void samples(
      ConfigurableApplicationContext gateway, Map<String, Object> endpoints, Clock clock)
      throws IOException {
    try {
      new Samples(endpoints, credentials, clock)
          .tellingChannels(shipment -> lastChannel(gateway, shipment))
          .handInAndWait();
    } catch (IllegalStateException notEnded) {
      System.out.println("The samples did not end: " + notEnded.getMessage());
      System.out.println("Does a route rest? GET " + endpoints.get("management") + "/camelroutes");
    }
  }

  /** Which way the last news of a shipment came: FILE, API, or none of both. */
  private static String lastChannel(ConfigurableApplicationContext gateway, String shipment) {
    return gateway
        .getBean(JdbcClient.class)
        .sql(
            """
            select coalesce(channel, '') from event where shipment_id = ?
            order by occurred_at desc, recorded_no desc limit 1
            """)
        .param(shipment)
        .query(String.class)
        .optional()
        .orElse("");
  }

  private ConfigurableApplicationContext startGateway(String... args) {
    SpringApplication application =
        new SpringApplication(GatewayApplication.class, ShiftedClock.class);
    Map<String, Object> properties = new LinkedHashMap<>(peers.properties());
    Path config = SandboxConfig.folder();
    properties.put("GATEWAY_CONFIG", config.toString());
    // Closed to others, whatever the folder around it is.
    properties.put("GATEWAY_DATA", folder.toString());
    properties.put("gateway.report.auto-start", false);
    properties.forEach((name, value) -> System.setProperty(name, value.toString()));
    // The checkout's own ./config is production's; Boot would read it from the working folder.
    System.setProperty(
        "spring.config.location",
        "classpath:/application.yaml,file:" + config.resolve("application.yaml"));
    return application.run(args);
  }

  private Map<String, Object> endpoints(ConfigurableApplicationContext gateway) {
    int api = ((WebServerApplicationContext) gateway).getWebServer().getPort();
    Environment environment = gateway.getEnvironment();
    Map<String, Object> endpoints = new LinkedHashMap<>();
    endpoints.put("api", "http://127.0.0.1:" + api + "/api/v1");
    endpoints.put("console", "http://127.0.0.1:" + api + "/console");
    endpoints.put(
        "management",
        "http://127.0.0.1:" + environment.getProperty("local.management.port") + "/actuator");
    endpoints.put("sftp", "sftp://127.0.0.1:" + peers.sftpPort());
    endpoints.put("smtp", "smtp://127.0.0.1:" + peers.smtpPort());
    endpoints.put("imap", "imap://127.0.0.1:" + peers.imapPort());
    endpoints.put("tracking", peers.tracking().url());
    endpoints.put("pid", ProcessHandle.current().pid());
    return endpoints;
  }

  private void closePeers() {
    try {
      peers.close();
    } catch (IOException e) {
      System.err.println("the sandbox did not stop cleanly: " + e.getMessage());
    }
  }

  private static int port(String name, int otherwise) {
    return Integer.parseInt(env(name, String.valueOf(otherwise)));
  }

  static String env(String name, String otherwise) {
    return Optional.ofNullable(System.getenv(name)).filter(v -> !v.isBlank()).orElse(otherwise);
  }
}
