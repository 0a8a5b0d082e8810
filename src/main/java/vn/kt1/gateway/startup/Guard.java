package vn.kt1.gateway.startup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A switch that would open what has to stay shut.
 *
 * @param allowed what it may say; {@code false} in any spelling, and blank where it may be unset
 */
record Guard(String key, List<String> allowed, String danger) {

  private static final Set<String> OFF = Set.of("false", "off", "no", "0");

  /** A line each: {@code key | allowed, allowed | danger}; {@code nothing}: it may be unset. */
  static List<Guard> table(String lines) {
    return lines.lines().map(line -> line.split(" *\\| *")).map(Guard::of).toList();
  }

  private static Guard of(String... cells) {
    Stream<String> allowed = Stream.of(cells[1].split(", "));
    return new Guard(
        cells[0], allowed.map(word -> word.equals("nothing") ? "" : word).toList(), cells[2]);
  }

  void look(Settings settings, Findings findings) {
    Setting setting = settings.find(key);
    String value = setting.text().toLowerCase(Locale.ROOT).replace('_', '-');
    if (!allowed.contains(OFF.contains(value) ? "false" : value)) {
      findings.wrong(setting, key + " " + danger, instead());
    }
  }

  private String instead() {
    String all = allowed.contains("false") ? "false" : String.join(" or ", allowed);
    return all.isEmpty() ? "nothing" : all.replaceFirst(" or $", ", or nothing");
  }
}
