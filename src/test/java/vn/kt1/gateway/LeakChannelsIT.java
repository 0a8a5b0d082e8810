package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.Session;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.BacklogDebugger;
import org.apache.camel.spi.BacklogTracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.security.web.SecurityFilterChain;

/**
 * By which ways content could leave memory unasked (docs/security/guard.md): each is closed in the
 * gateway as it runs, whatever the files say.
 */
class LeakChannelsIT extends RestGateway {

  private static final String PLANTED = "planted-4711";

  private final CamelContext camel = bean(CamelContext.class);
  private final ApplicationContext gateway = SHARED.gateway().context();
  private final HikariDataSource database = bean(HikariDataSource.class);

  @Test
  void camel_traces_nothing_and_keeps_no_message() {
    assertThat(camel.isTracing()).isFalse();
    assertThat(camel.isTracingStandby()).isFalse();
    assertThat(camel.isBacklogTracing()).isFalse();
    assertThat(camel.isBacklogTracingStandby()).isFalse();
    assertThat(camel.isDebugging()).isFalse();
    assertThat(camel.isDebugStandby()).isFalse();
    assertThat(camel.isMessageHistory()).isFalse();
    assertThat(camel.isDevConsole()).isFalse();
    assertThat(camel.isLogExhaustedMessageBody()).isFalse();
    assertThat(camel.isUseBreadcrumb()).as("an id a sender could bring along").isFalse();
    assertThat(camel.hasService(BacklogTracer.class)).isNull();
    assertThat(camel.hasService(BacklogDebugger.class)).isNull();
  }

  @Test
  void camel_spools_no_stream_to_disk() {
    assertThat(camel.isStreamCaching()).isFalse();
    assertThat(camel.getStreamCachingStrategy().isEnabled()).isFalse();
    assertThat(camel.getStreamCachingStrategy().isSpoolEnabled()).isFalse();
    assertThat(camel.getRoutes()).isNotEmpty().allMatch(route -> !route.isStreamCaching());
  }

  @Test
  void nothing_of_camel_or_the_actuator_stands_in_jmx() throws Exception {
    var server = ManagementFactory.getPlatformMBeanServer();
    assertThat(camel.getManagementStrategy().getManagementAgent()).isNull();
    assertThat(server.queryNames(new ObjectName("org.apache.camel:*"), null)).isEmpty();
    assertThat(server.queryNames(new ObjectName("org.springframework.boot:*"), null)).isEmpty();
  }

  /** Such a look-up would go through the handlers of a call before its caller is known. */
  @Test
  void the_filter_chains_compare_paths_and_look_for_no_handler() {
    assertThat(gateway.containsBean("mvcHandlerMappingIntrospector")).isFalse();
    assertThat(gateway.getBeansOfType(SecurityFilterChain.class).toString())
        .contains("PathPattern [/api/**]", "PathPattern [/console/**]")
        .doesNotContain("Mvc [", "Ant [");
  }

  @Test
  void no_logger_speaks_below_info() {
    LoggerContext loggers = (LoggerContext) LoggerFactory.getILoggerFactory();
    assertThat(loggers.getLoggerList())
        .hasSizeGreaterThan(100)
        .allMatch(logger -> logger.getEffectiveLevel().isGreaterOrEqual(Level.INFO));
  }

  /** Those that quote a line, a statement, a mail or a file even above that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.camel.component.file",
        "org.apache.camel.component.mail",
        "org.apache.camel.component.file.remote.SftpOperations",
        "com.jcraft.jsch",
        "com.zaxxer.hikari",
        "org.springframework.jdbc",
        "org.springframework.web",
        "org.springframework.security",
        "org.apache.coyote",
        "org.apache.tomcat",
        "jdk.httpclient",
        "org.apache.http.wire",
        "com.sun.mail",
        "org.eclipse.angus.mail",
        "org.postgresql"
      })
  void what_speaks_on_the_wire_is_silent(String name) {
    assertThat(((Logger) LoggerFactory.getLogger(name)).isInfoEnabled()).isFalse();
    java.util.logging.Logger jul = LogManager.getLogManager().getLogger(name);
    java.util.logging.Logger own = jul == null ? java.util.logging.Logger.getLogger(name) : jul;
    assertThat(own.isLoggable(java.util.logging.Level.FINE)).isFalse();
  }

  @Test
  void mail_sessions_debug_nothing() {
    var sessions = gateway.getBeansOfType(Session.class);
    assertThat(sessions).isNotEmpty();
    assertThat(sessions.values()).allMatch(session -> !session.getDebug());
  }

  @Test
  void the_server_takes_no_parts_of_forms_and_writes_none() {
    var servlets = gateway.getBeansOfType(ServletRegistrationBean.class);
    assertThat(servlets).isNotEmpty();
    assertThat(servlets.values()).allMatch(servlet -> servlet.getMultipartConfig() == null);
    var environment = gateway.getEnvironment();
    assertThat(environment.getProperty("spring.servlet.multipart.enabled")).isEqualTo("false");
    assertThat(environment.getProperty("server.tomcat.max-http-form-post-size"))
        .as("the forms of the console")
        .isEqualTo("4KB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "heapdump",
        "threaddump",
        "env",
        "configprops",
        "logfile",
        "loggers",
        "httpexchanges",
        "jolokia",
        "trace",
        "camel"
      })
  void the_actuator_shows_no_memory_no_settings_and_no_log(String endpoint) {
    var request = call(person("admin"), "").uri(URI.create(actuator("/actuator/" + endpoint)));
    assertThat(send(request).statusCode()).isEqualTo(404);
  }

  private String actuator(String path) {
    return "http://127.0.0.1:" + managementPort() + path;
  }

  @Test
  void the_virtual_machine_dumps_no_heap() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    assertThat(machine.getVMOption("HeapDumpOnOutOfMemoryError").getValue()).isEqualTo("false");
  }

  /**
   * What a container is started with; on a bare machine docs/operations/install.md says the same.
   */
  @Test
  void a_container_dumps_no_core_and_lets_nobody_attach() throws IOException {
    assertThat(Files.readString(Path.of("docker/Dockerfile")))
        .contains("-XX:-HeapDumpOnOutOfMemoryError")
        .contains("-XX:-CreateCoredumpOnCrash")
        .contains("-XX:+DisableAttachMechanism")
        .contains("-Djava.io.tmpdir=/tmp");
    assertThat(Files.readString(Path.of("docker/compose.yaml")))
        .contains("ulimits: {core: 0}")
        .contains("tmpfs: [\"/tmp:")
        .contains("read_only: true");
  }

  @Test
  void the_driver_asks_the_server_for_no_row() {
    assertThat(database.getDataSourceProperties())
        .containsEntry("logServerErrorDetail", "false")
        .doesNotContainKeys("loggerLevel", "loggerFile");
  }

  @ParameterizedTest
  @CsvSource({
    "log_error_verbosity, terse",
    "log_parameter_max_length, 0",
    "log_parameter_max_length_on_error, 0",
    "log_min_error_statement, panic",
    "log_statement, none",
    "log_min_duration_statement, -1",
    "log_min_duration_sample, -1",
    "log_transaction_sample_rate, 0"
  })
  void the_database_logs_no_statement_and_no_value(String setting, String value) {
    assertThat(jdbc.sql("select current_setting(?)").param(setting).query(String.class).single())
        .isEqualTo(value);
  }

  /** The same is so in what docker/compose.yaml starts. */
  @Test
  void so_does_the_database_in_a_container() throws IOException {
    assertThat(Files.readString(Path.of("docker/compose.yaml")))
        .contains(
            "log_error_verbosity=terse",
            "log_parameter_max_length=0",
            "log_parameter_max_length_on_error=0",
            "log_min_error_statement=panic",
            "log_statement=none",
            "log_min_duration_statement=-1");
  }

  @Test
  void a_row_that_is_refused_and_a_value_that_is_too_long_are_quoted_nowhere() throws IOException {
    ListAppender<ILoggingEvent> ours = new ListAppender<>();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ours.start();
    root.addAppender(ours);
    try {
      refusedRow();
      tooLong();
      await()
          .atMost(Duration.ofSeconds(10))
          .until(
              () ->
                  serverLog().contains("violates check constraint")
                      && serverLog().contains("index row"));
    } finally {
      root.detachAppender(ours);
    }
    assertThat(serverLog()).doesNotContain(PLANTED);
    assertThat(ours.list).noneMatch(event -> event.getFormattedMessage().contains(PLANTED));
  }

  /** What the server of this gateway has written since it was started. */
  private String serverLog() throws IOException {
    Path server = SHARED.site().postgres();
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(server)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        all.append(Files.readString(file));
      }
    }
    return all.toString();
  }

  private void refusedRow() {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into hand_off (partner, hand_off_id, sender_code, sender_province,
                          handed_off_at, received_at, content_sha256, receipt)
                        values (?, 'not an id', 'x', 'x', now(), now(), 'x', '{}')
                        """)
                    .param(PLANTED)
                    .update())
        .rootCause()
        .hasMessageContaining("violates check constraint")
        .satisfies(LeakChannelsIT::quotesNothing);
  }

  private void tooLong() {
    String longest = PLANTED.repeat(20_000);
    assertThatThrownBy(
            () ->
                jdbc.sql("insert into configuration_file values (?, repeat('0', 64), now())")
                    .param(random(longest))
                    .update())
        .satisfies(LeakChannelsIT::quotesNothing);
  }

  /** So that it cannot be compressed to fit. */
  private static String random(String text) {
    StringBuilder mixed = new StringBuilder(PLANTED);
    new Random(1).ints(text.length(), 0x4E00, 0x9FFF).forEach(mixed::appendCodePoint);
    return mixed.toString();
  }

  private static void quotesNothing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain(PLANTED);
    }
  }
}
