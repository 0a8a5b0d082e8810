package vn.kt1.gateway.startup;

import java.util.Map;
import java.util.TreeMap;
import vn.kt1.gateway.directory.DidYouMean;

/**
 * The keys of Spring, Tomcat and Camel that an administrator may set in a file, with their types:
 * ports, sizes, limits, pools, quieter logging. Whatever else they offer is decided by the code.
 */
final class ForAdministrators {

  private static final String NUMBER = "java.lang.Integer";
  private static final String TIME = "java.time.Duration";
  private static final String SIZE = "org.springframework.util.unit.DataSize";
  private static final String TEXT = "java.lang.String";

  static final Map<String, String> KEYS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("server.port", NUMBER),
              Map.entry("server.address", TEXT),
              Map.entry("server.forward-headers-strategy", TEXT),
              Map.entry("server.max-http-request-header-size", SIZE),
              Map.entry("server.tomcat.accept-count", NUMBER),
              Map.entry("server.tomcat.connection-timeout", TIME),
              Map.entry("server.tomcat.keep-alive-timeout", TIME),
              Map.entry("server.tomcat.max-connections", NUMBER),
              Map.entry("server.tomcat.max-keep-alive-requests", NUMBER),
              Map.entry("server.tomcat.max-parameter-count", NUMBER),
              Map.entry("server.tomcat.max-swallow-size", SIZE),
              Map.entry("server.tomcat.threads.max", NUMBER),
              Map.entry("server.tomcat.threads.min-spare", NUMBER),
              Map.entry("management.server.port", NUMBER),
              Map.entry("management.server.address", TEXT),
              Map.entry("spring.datasource.hikari.connection-timeout", "java.lang.Long"),
              Map.entry("spring.datasource.hikari.keepalive-time", "java.lang.Long"),
              Map.entry("spring.datasource.hikari.max-lifetime", "java.lang.Long"),
              Map.entry("spring.datasource.hikari.maximum-pool-size", NUMBER),
              Map.entry("spring.lifecycle.timeout-per-shutdown-phase", TIME),
              Map.entry("spring.task.execution.pool.core-size", NUMBER),
              Map.entry("spring.task.execution.pool.max-size", NUMBER),
              Map.entry("spring.task.execution.pool.queue-capacity", NUMBER),
              Map.entry("camel.main.shutdown-timeout", NUMBER),
              Map.entry("logging.file.name", TEXT),
              Map.entry("logging.file.path", TEXT),
              Map.entry("logging.logback.rollingpolicy.max-file-size", SIZE),
              Map.entry("logging.logback.rollingpolicy.max-history", NUMBER),
              Map.entry("logging.logback.rollingpolicy.total-size-cap", SIZE),
              Map.entry("logging.structured.format.console", TEXT),
              Map.entry("logging.structured.format.file", TEXT)));

  private static final String LEVELS = "logging.level";

  private ForAdministrators() {}

  /** Levels of logging are looked at one by one: {@link LogLevels}. */
  static boolean mayBeSet(String key) {
    return KEYS.containsKey(key) || key.startsWith(LEVELS + ".");
  }

  static String insteadOf(String key) {
    return DidYouMean.closest(key, KEYS.keySet())
        .map(name -> "did you mean " + name + "? Else nothing")
        .orElse("nothing; what may be set: docs/operations.md, section 4");
  }
}
