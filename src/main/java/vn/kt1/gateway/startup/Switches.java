package vn.kt1.gateway.startup;

import java.util.List;

/** The switches by which content or errors would get out, by whatever they are set. */
final class Switches implements Check {

  private static final String ERRORS = "tells strangers what went wrong inside";
  private static final String TRACES = "keeps or shows what stands on envelopes";
  private static final String OTHER_CODE = "would run other code than what was tested";

  // SECURITY: DESIGN.md §7, "Content leaks by temp and memory".
  private static final List<Guard> GUARDS =
      List.of(
          Guard.only("server.error.include-stacktrace", ERRORS, "", "never"),
          Guard.only("server.error.include-message", ERRORS, "", "never"),
          Guard.only("server.error.include-binding-errors", ERRORS, "", "never"),
          Guard.off("server.error.include-exception", ERRORS),
          Guard.saidOff(
              "spring.datasource.hikari.data-source-properties.logServerErrorDetail",
              "lets PostgreSQL's faults quote whole rows"),
          Guard.saidOff("spring.servlet.multipart.enabled", "spools uploads to a disk"),
          Guard.off("camel.main.tracing", TRACES),
          Guard.off("camel.main.tracing-standby", TRACES),
          Guard.off("camel.main.backlog-tracing", TRACES),
          Guard.off("camel.main.backlog-tracing-standby", TRACES),
          Guard.off("camel.main.message-history", TRACES),
          Guard.off("camel.main.debugging", TRACES),
          Guard.off("camel.main.dev-console-enabled", TRACES),
          Guard.off("camel.debug.enabled", TRACES),
          Guard.off("camel.trace.enabled", TRACES),
          Guard.saidOff("camel.main.stream-caching-enabled", "spools bodies to a disk"),
          Guard.off("camel.main.stream-caching-spool-enabled", "spools bodies to a disk"),
          Guard.off("camel.main.routes-reload-enabled", OTHER_CODE),
          Guard.off("spring.main.lazy-initialization", "puts off what a start has to find out"),
          Guard.off("spring.h2.console.enabled", "opens a database to a browser"),
          Guard.unset("spring.devtools.remote.secret", OTHER_CODE),
          Guard.off("spring.jmx.enabled", "lets others read and change the gateway by JMX"),
          Guard.only("spring.flyway.enabled", "leaves the tables as they are", "", "true"),
          Guard.only("spring.flyway.clean-disabled", "lets a start empty the database", "", "true"),
          Guard.unset("logging.config", "puts another logging in the place of ours"),
          Guard.off("debug", "logs what stands on envelopes"),
          Guard.off("trace", "logs what stands on envelopes"));

  @Override
  public void look(Settings settings, Findings findings) {
    GUARDS.forEach(guard -> guard.look(settings, findings));
    for (String route : settings.list("camel.main.routes-include-pattern")) {
      if (!route.startsWith("classpath:routes/")) {
        Setting pattern = settings.find("camel.main.routes-include-pattern");
        findings.wrong(
            pattern.fault("routes are packed in the jar; none is read from disk", "nothing"));
      }
    }
  }
}
