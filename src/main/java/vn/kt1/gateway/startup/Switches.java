package vn.kt1.gateway.startup;

import java.util.List;

/** The switches by which content or errors would get out, by whatever they are set. */
final class Switches implements Check {

  // SECURITY: DESIGN.md §7, "Content leaks by temp and memory".
  private static final List<Guard> GUARDS =
      Guard.table(
          """
          server.error.include-stacktrace | never, nothing | tells strangers what went wrong inside
          server.error.include-message | never, nothing | tells strangers what went wrong inside
          server.error.include-binding-errors | never, nothing | tells strangers what went wrong inside
          server.error.include-exception | false, nothing | tells strangers what went wrong inside
          server.ssl.enabled | true, nothing | switches TLS off
          management.server.ssl.enabled | true, nothing | switches TLS off
          management.endpoints.access.default | none | opens endpoints nobody guards
          management.endpoints.enabled-by-default | false, nothing | opens endpoints nobody guards
          management.endpoints.jmx.exposure.include | nothing | opens endpoints by JMX
          management.endpoint.health.show-details | never, when-authorized | tells strangers what is wrong inside
          management.endpoint.health.show-components | never, when-authorized, nothing | tells strangers what is wrong inside
          spring.datasource.hikari.data-source-properties.logServerErrorDetail | false | lets PostgreSQL's faults quote whole rows
          spring.servlet.multipart.enabled | false | spools uploads to a disk
          camel.main.tracing | false, nothing | keeps or shows what stands on envelopes
          camel.main.tracing-standby | false, nothing | keeps or shows what stands on envelopes
          camel.main.backlog-tracing | false, nothing | keeps or shows what stands on envelopes
          camel.main.backlog-tracing-standby | false, nothing | keeps or shows what stands on envelopes
          camel.main.message-history | false, nothing | keeps or shows what stands on envelopes
          camel.main.debugging | false, nothing | keeps or shows what stands on envelopes
          camel.main.dev-console-enabled | false, nothing | keeps or shows what stands on envelopes
          camel.debug.enabled | false, nothing | keeps or shows what stands on envelopes
          camel.trace.enabled | false, nothing | keeps or shows what stands on envelopes
          camel.main.stream-caching-enabled | false | spools bodies to a disk
          camel.main.stream-caching-spool-enabled | false, nothing | spools bodies to a disk
          camel.main.routes-reload-enabled | false, nothing | would run other code than what was tested
          spring.devtools.remote.secret | nothing | would run other code than what was tested
          spring.main.lazy-initialization | false, nothing | puts off what a start has to find out
          spring.h2.console.enabled | false, nothing | opens a database to a browser
          spring.jmx.enabled | false, nothing | lets others read and change the gateway by JMX
          spring.flyway.enabled | true, nothing | leaves the tables as they are
          spring.flyway.clean-disabled | true, nothing | lets a start empty the database
          logging.config | nothing | puts another logging in the place of ours
          debug | false, nothing | logs what stands on envelopes
          trace | false, nothing | logs what stands on envelopes
          """);

  @Override
  public void look(Settings settings, Findings findings) {
    GUARDS.forEach(guard -> guard.look(settings, findings));
    for (String route : settings.list("camel.main.routes-include-pattern")) {
      if (!route.startsWith("classpath:routes/")) {
        Setting pattern = settings.find("camel.main.routes-include-pattern");
        findings.wrong(pattern, "routes are packed in the jar; none is read from disk", "nothing");
      }
    }
  }
}
