package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** SECURITY: below INFO libraries log bodies, statements and whole conversations. */
final class LogLevels implements Check {

  private static final String PREFIX = "logging.level.";
  private static final List<String> LOUDEST_FIRST =
      List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL", "OFF");
  private static final int INFO = LOUDEST_FIRST.indexOf("INFO");

  /** Our own classes log ids only. */
  private static final String OURS = "vn.kt1";

  @Override
  public void look(Settings settings, Findings findings) {
    Map<String, String> packed = settings.packed(PREFIX);
    settings.below("logging.level").keySet().stream()
        .sorted()
        .filter(logger -> !ours(logger))
        .forEach(logger -> look(logger, packed, settings, findings));
    if (!settings.below("logging.group").isEmpty()) {
      String wrong = "groups of loggers hide which of them are made louder";
      findings.wrong(new Fault("logging.group", 0, wrong, "nothing"));
    }
  }

  private static void look(
      String logger, Map<String, String> packed, Settings settings, Findings findings) {
    Setting setting = settings.find(PREFIX + logger);
    int level = level(setting.text());
    int loudest = loudest(logger, packed);
    if (level < 0) {
      findings.wrong(setting.fault("no level of logging", "one of INFO, WARN, ERROR, OFF"));
    } else if (level < loudest) {
      findings.wrong(
          setting.fault(
              "makes " + logger + " log what stands on envelopes, or more than ids",
              LOUDEST_FIRST.get(loudest) + " or quieter"));
    }
  }

  /** What we have quietened stays as quiet, with all loggers below it. */
  private static int loudest(String logger, Map<String, String> packed) {
    for (String name = logger; !name.isEmpty(); name = parent(name)) {
      String said = packed.get(name);
      if (said != null && !name.equals("root")) {
        return Math.max(INFO, level(said));
      }
    }
    return INFO;
  }

  private static String parent(String name) {
    return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
  }

  /** YAML reads a bare OFF as false, and Boot understands that. */
  private static int level(String said) {
    String level = said.strip().toUpperCase(Locale.ROOT);
    return LOUDEST_FIRST.indexOf(level.equals("FALSE") ? "OFF" : level);
  }

  private static boolean ours(String logger) {
    return logger.equals(OURS) || logger.startsWith(OURS + ".");
  }
}
