package vn.kt1.gateway.directory;

import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Layout.Day;
import vn.kt1.gateway.directory.YamlBlock.Scalar;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.StatusMap.Meaning;

/** The keys of {@code post/<feed>.yaml}. */
final class LayoutFile {

  private static final List<String> KEYS =
      List.of(
          "name",
          "origin",
          "verified",
          "source",
          "file",
          "item",
          "text",
          "location",
          "times",
          "day",
          "events",
          "codes");
  private static final String SERIAL = "serial";

  /** Code systems whose codes are known to the gateway itself. */
  private static final Set<String> OWN = StatusMap.sources();

  private final YamlBlock block;

  private LayoutFile(YamlBlock block) {
    this.block = block;
  }

  /** Null where a fault was told. */
  static @Nullable Layout read(Path file, List<Fault> faults) {
    int before = faults.size();
    YamlBlock block = YamlBlock.of(file, faults);
    if (block == null) {
      faults.add(new Fault(file.toString(), 0, "no YAML of keys", "name: …, and so on"));
      return null;
    }
    Layout layout = new LayoutFile(block).layout(YamlFile.stem(file));
    return faults.size() == before ? layout : null;
  }

  private Layout layout(String feed) {
    block.onlyKeys(KEYS);
    block.neededKeys(List.of("name", "origin", "verified", "source", "item", "events"));
    List<String> times = block.texts("times").stream().map(Scalar::text).toList();
    return new Layout(
        feed,
        text("name"),
        source(),
        file(),
        columns("item"),
        columns("text"),
        columns("location"),
        block.blocks("events").stream().map(LayoutFile::event).toList(),
        patterns(),
        times.contains(SERIAL),
        oneOf("day", Map.of("START", Day.START, "END", Day.END), null),
        codes(),
        oneOf("verified", Map.of("true", true, "false", false), false));
  }

  private String text(String key) {
    Scalar text = block.text(key);
    return text == null ? "" : text.text();
  }

  private String source() {
    Scalar written = block.text("source");
    if (written == null) {
      return "";
    }
    if (!written.text().matches("[a-z][a-z0-9-]{1,19}")) {
      block.fault(written.line(), "source is no id", "a short name such as hue-bccp");
    } else if (OWN.contains(written.text()) && !StatusMap.POST.contains(written.text())) {
      block.fault(written.line(), "source is the gateway's own", "a name of its own");
    }
    return written.text();
  }

  private @Nullable Pattern file() {
    Scalar written = block.text("file");
    try {
      return written == null ? null : Pattern.compile(written.text());
    } catch (PatternSyntaxException e) {
      block.fault(written.line(), "file is no regular expression", "such as Ngay_[0-9]{8}\\.xlsx");
      return null;
    }
  }

  private List<String> columns(String key) {
    return columns(block, key);
  }

  private static List<String> columns(YamlBlock block, String key) {
    return block.texts(key).stream().map(Scalar::text).map(Headers::folded).toList();
  }

  private List<DateTimeFormatter> patterns() {
    return new TimesBlock(block, Set.of(SERIAL)).read().stream().map(TimeForm::formatter).toList();
  }

  private <T extends @Nullable Object> T oneOf(
      String key, Map<String, ? extends T> known, T otherwise) {
    Scalar written = block.text(key);
    if (written == null) {
      return otherwise;
    }
    if (!known.containsKey(written.text())) {
      String choice = String.join(" or ", known.keySet().stream().sorted().toList());
      block.fault(written.line(), key + " is none of its values", choice);
    }
    T meant = known.get(written.text());
    return meant == null ? otherwise : meant;
  }

  private static Layout.Event event(YamlBlock event) {
    event.onlyKeys(List.of("code", "codeIn", "at", "hour", "with", "without"));
    event.neededKeys(List.of("at"));
    Scalar code = event.text("code");
    List<String> codeIn = columns(event, "codeIn");
    if ((code == null) == codeIn.isEmpty()) {
      event.fault(event.line(), "an event has one of code and codeIn", "code: X, or codeIn: [Y]");
    } else if (code != null && !code.text().matches(StatusMap.CODE)) {
      event.fault(code.line(), "code is none", "capitals, digits, - and _, 20 at most");
    }
    return new Layout.Event(
        codeIn,
        code == null ? null : code.text(),
        columns(event, "at"),
        columns(event, "hour"),
        columns(event, "with"),
        columns(event, "without"));
  }

  private Map<String, Meaning> codes() {
    YamlBlock written = block.block("codes");
    Map<String, Meaning> codes = new HashMap<>();
    if (written == null) {
      return codes;
    }
    if (OWN.contains(text("source"))) {
      int line = written.line();
      block.fault(line, "the codes of this source are the gateway's", "no codes here");
    }
    for (Scalar key : written.keys()) {
      Scalar meaning = written.text(key.text());
      if (!key.text().matches(StatusMap.CODE)) {
        block.fault(key.line(), "no code", "capitals, digits, - and _, 20 at most");
      } else if (meaning != null) {
        StatusMap.named(meaning.text())
            .ifPresentOrElse(
                known -> codes.put(key.text(), known),
                () ->
                    block.fault(
                        meaning.line(),
                        "no meaning",
                        DidYouMean.of(meaning.text(), StatusMap.names())));
      }
    }
    return codes;
  }

  /** Two of one feed, or of one code system with two meanings of one code, would be a guess. */
  static void checkTogether(List<Layout> layouts, Path folder, List<Fault> faults) {
    Map<String, Meaning> known = new HashMap<>();
    List<String> headers = new ArrayList<>();
    for (Layout layout : layouts) {
      String file = folder.resolve(layout.feed() + ".yaml").toString();
      layout
          .codes()
          .forEach(
              (code, meaning) -> {
                Meaning first = known.putIfAbsent(layout.source() + " " + code, meaning);
                if (first != null && !first.equals(meaning)) {
                  faults.add(
                      new Fault(
                          file,
                          0,
                          "another layout of this source maps " + code + " otherwise",
                          first.name()));
                }
              });
      String needed = layout.file() + " " + layout.item() + " " + layout.events();
      if (headers.contains(needed)) {
        faults.add(
            new Fault(
                file, 0, "another layout reads the same files", "a file: pattern of its own"));
      }
      headers.add(needed);
    }
  }
}
