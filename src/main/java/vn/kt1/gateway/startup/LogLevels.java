package vn.kt1.gateway.startup;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.kt1.gateway.startup.Settings.Line;

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
    Map<String, String> packed =
        settings.lines().stream()
            .filter(line -> line.place().packed() && line.key().startsWith(PREFIX))
            .collect(Collectors.toMap(line -> logger(line.key()), Line::raw, (own, old) -> own));
    for (String logger : new TreeSet<>(settings.below("logging.level").keySet())) {
      if (!logger.equals(OURS) && !logger.startsWith(OURS + ".")) {
        look(logger, packed, settings, findings);
      }
    }
    if (!settings.below("logging.group").isEmpty()) {
      String wrong = "groups of loggers hide which of them are made louder";
      findings.wrong("logging.group", wrong, "nothing");
    }
  }

  private static String logger(String key) {
    return key.substring(PREFIX.length());
  }

  private static void look(
      String logger, Map<String, String> packed, Settings settings, Findings findings) {
    Setting setting = settings.find(PREFIX + logger);
    int level = level(setting.text());
    int loudest = loudest(logger, packed);
    if (level < 0) {
      findings.wrong(setting, "no level of logging", "one of INFO, WARN, ERROR, OFF");
    } else if (level < loudest) {
      findings.wrong(
          setting,
          "makes " + logger + " log what stands on envelopes, or more than ids",
          LOUDEST_FIRST.get(loudest) + " or quieter");
    }
  }

  /** What we have quietened stays as quiet, with all loggers below it. */
  private static int loudest(String logger, Map<String, String> packed) {
    return packed.keySet().stream()
        .filter(name -> (logger + ".").startsWith(name + "."))
        .max(Comparator.comparingInt(String::length))
        .filter(name -> !name.equals("root"))
        .map(name -> Math.max(INFO, level(packed.get(name))))
        .orElse(INFO);
  }

  /** YAML reads a bare OFF as false, and Boot understands that. */
  private static int level(String said) {
    String level = said.strip().toUpperCase(Locale.ROOT);
    return LOUDEST_FIRST.indexOf(level.equals("FALSE") ? "OFF" : level);
  }
}
