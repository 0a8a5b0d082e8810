package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.DidYouMean;
import vn.kt1.gateway.directory.Headers;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.directory.TimeForm;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.StatusMap.Meaning;

/** The keys of {@code post/<feed>.yaml}. */
public record LayoutFile(
    YamlBlock block,
    @Key(needed = true) String name,
    @Key(needed = true) String origin,
    @Key(needed = true) boolean verified,
    @Key(needed = true) Scalar source,
    @Nullable Pattern file,
    @Key(needed = true) List<String> item,
    List<String> text,
    List<String> location,
    List<Scalar> times,
    Layout.@Nullable Day day,
    @Key(needed = true) List<Event> events,
    Map<Scalar, Scalar> codes) {

  private static final String SERIAL = "serial";

  /** Code systems whose codes are known to the gateway itself. */
  private static final Set<String> OWN = StatusMap.sources();

  private static final String CODE_FORM = "capitals, digits, - and _, 20 at most";

  /** What a row may tell: one item of {@code events}. */
  record Event(
      YamlBlock block,
      @Nullable Scalar code,
      List<String> codeIn,
      @Key(needed = true) List<String> at,
      List<String> hour,
      List<String> with,
      List<String> without) {

    Layout.Event read() {
      if ((code == null) == codeIn.isEmpty()) {
        String wrong = "an event has one of code and codeIn";
        block.fault(block.line(), wrong, "code: X, or codeIn: [Y]");
      } else if (code != null && !code.text().matches(StatusMap.CODE)) {
        block.fault(code.line(), "code is none", CODE_FORM);
      }
      return new Layout.Event(
          folded(codeIn),
          code == null ? null : code.text(),
          folded(at),
          folded(hour),
          folded(with),
          folded(without));
    }
  }

  /** Null where a fault was told. */
  public static @Nullable Layout read(Path file, List<Fault> faults) {
    int before = faults.size();
    LayoutFile read = YamlFile.read(file, LayoutFile.class, faults);
    Layout layout = read == null ? null : read.layout(YamlFile.stem(file));
    return faults.size() == before ? layout : null;
  }

  private @Nullable Layout layout(String feed) {
    List<Layout.Event> told = events.stream().map(Event::read).toList();
    List<Scalar> patterns = times.stream().filter(time -> !time.text().equals(SERIAL)).toList();
    List<TimeForm> forms = new TimesBlock(block).read(patterns);
    Map<String, Meaning> meanings = meanings();
    if (block.broken()) {
      return null;
    }
    checkSource();
    return new Layout(
        feed,
        name,
        source.text(),
        file,
        folded(item),
        folded(text),
        folded(location),
        told,
        forms.stream().map(TimeForm::formatter).toList(),
        patterns.size() < times.size(),
        day,
        meanings,
        verified);
  }

  private static List<String> folded(List<String> columns) {
    return columns.stream().map(Headers::folded).toList();
  }

  private void checkSource() {
    boolean own = OWN.contains(source.text());
    if (!source.text().matches("[a-z][a-z0-9-]{1,19}")) {
      block.fault(source.line(), "source is no id", "a short name such as hue-bccp");
    } else if (own && !StatusMap.POST.contains(source.text())) {
      block.fault(source.line(), "source is the gateway's own", "a name of its own");
    }
    if (own && !codes.isEmpty()) {
      block.fault("codes", "the codes of this source are the gateway's", "no codes here");
    }
  }

  private Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    codes.forEach(
        (code, written) -> {
          Meaning meaning = StatusMap.named(written.text()).orElse(null);
          if (!code.text().matches(StatusMap.CODE)) {
            block.fault(code.line(), "no code", CODE_FORM);
          } else if (meaning == null) {
            String write = DidYouMean.of(written.text(), StatusMap.names());
            block.fault(written.line(), "no meaning", write);
          } else {
            meanings.put(code.text(), meaning);
          }
        });
    return meanings;
  }

  /**
   * Two layouts may not read the same files, nor give one code of a source two meanings: the
   * gateway would have to guess.
   */
  public static void checkTogether(List<Layout> layouts, Path folder, List<Fault> faults) {
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
                  String wrong = "another layout of this source maps " + code + " otherwise";
                  faults.add(new Fault(file, 0, wrong, first.name()));
                }
              });
      String needed = layout.file() + " " + layout.item() + " " + layout.events();
      if (headers.contains(needed)) {
        String wrong = "another layout reads the same files";
        faults.add(new Fault(file, 0, wrong, "a file: pattern of its own"));
      }
      headers.add(needed);
    }
  }
}
