package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A switch that would open what has to stay shut, and what it may say; blank: unset, too. */
record Guard(String key, Set<String> allowed, String danger) {

  private static final String OFF = "false";

  /** Off, or not touched at all. */
  static Guard off(String key, String danger) {
    return new Guard(key, Set.of("", OFF, "off", "no", "0"), danger);
  }

  /** What is off only when it is said. */
  static Guard saidOff(String key, String danger) {
    return new Guard(key, Set.of(OFF, "off", "no", "0"), danger);
  }

  static Guard unset(String key, String danger) {
    return new Guard(key, Set.of(""), danger);
  }

  static Guard only(String key, String danger, String... allowed) {
    return new Guard(key, Set.of(allowed), danger);
  }

  void look(Settings settings, Findings findings) {
    Setting setting = settings.find(key);
    String value = setting.text().toLowerCase(Locale.ROOT).replace('_', '-');
    if (!allowed.contains(value)) {
      findings.wrong(setting.fault(key + " " + danger, instead()));
    }
  }

  private String instead() {
    if (allowed.contains(OFF)) {
      return OFF;
    }
    List<String> said = allowed.stream().filter(value -> !value.isEmpty()).sorted().toList();
    String all =
        Stream.of(String.join(" or ", said), allowed.contains("") ? "nothing" : "")
            .filter(part -> !part.isEmpty())
            .reduce((one, other) -> one + ", or " + other)
            .orElse("nothing");
    return all;
  }
}
