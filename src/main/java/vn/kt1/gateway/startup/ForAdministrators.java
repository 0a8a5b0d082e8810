package vn.kt1.gateway.startup;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import vn.kt1.gateway.directory.DidYouMean;

/**
 * The keys of Spring, Tomcat and Camel that an administrator may set in a file, with their types:
 * ports, sizes, limits, pools, quieter logging. Whatever else they offer is decided by the code.
 */
final class ForAdministrators {

  static final Map<String, String> KEYS = new TreeMap<>();

  static {
    keys(
        "java.lang.Integer",
        """
        server.port server.tomcat.accept-count server.tomcat.max-connections
        server.tomcat.max-keep-alive-requests server.tomcat.max-parameter-count
        server.tomcat.threads.max server.tomcat.threads.min-spare management.server.port
        spring.datasource.hikari.maximum-pool-size
        camel.main.shutdown-timeout logging.logback.rollingpolicy.max-history
        """);
    keys(
        "java.lang.Long",
        """
        spring.datasource.hikari.connection-timeout spring.datasource.hikari.keepalive-time
        spring.datasource.hikari.max-lifetime
        """);
    keys(
        "java.time.Duration",
        """
        server.tomcat.connection-timeout server.tomcat.keep-alive-timeout
        spring.lifecycle.timeout-per-shutdown-phase
        """);
    keys(
        "org.springframework.util.unit.DataSize",
        """
        server.max-http-request-header-size server.tomcat.max-swallow-size
        logging.logback.rollingpolicy.max-file-size logging.logback.rollingpolicy.total-size-cap
        """);
    keys(
        "java.lang.String",
        """
        server.address server.forward-headers-strategy management.server.address
        logging.file.name logging.file.path logging.structured.format.console
        logging.structured.format.file
        """);
  }

  private ForAdministrators() {}

  private static void keys(String type, String names) {
    Arrays.stream(names.split("\\s+")).forEach(name -> KEYS.put(name, type));
  }

  /** Levels of logging are looked at one by one: {@link LogLevels}. */
  static boolean mayBeSet(String key) {
    return KEYS.containsKey(key) || key.startsWith("logging.level.");
  }

  static String insteadOf(String key) {
    return DidYouMean.closest(key, KEYS.keySet())
        .map(name -> "did you mean " + name + "? Else nothing")
        .orElse("nothing; what may be set: docs/operations.md, section 4");
  }
}
