package vn.kt1.gateway.directory;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.YamlBlock.Scalar;
import vn.kt1.gateway.shipment.HandOffField;

/** The block {@code reading} of a partner's file: how the partner writes. */
final class ConventionsFile {

  private static final List<String> KEYS =
      List.of(
          "languages",
          "names",
          "envelopes",
          "words",
          "charset",
          "delimiter",
          "times",
          "zone",
          "constants",
          "recipients");

  private static final String WINDOWS_1258 = "windows-1258";
  private static final Map<String, Character> DELIMITERS =
      Map.of(",", ',', ";", ';', "tab", '\t', "\t", '\t', "|", '|');

  private final YamlBlock block;
  private final Set<String> languages = new LinkedHashSet<>();

  private ConventionsFile(YamlBlock block) {
    this.block = block;
  }

  /** The contract as it stands where the file says nothing else. */
  static Conventions read(Path file, Set<String> units, List<BadConfiguration.Fault> faults) {
    YamlBlock all = YamlBlock.of(file, faults);
    YamlBlock block = all == null ? null : all.block("reading");
    return block == null ? Conventions.CONTRACT : new ConventionsFile(block).read(units);
  }

  private Conventions read(Set<String> units) {
    block.onlyKeys(KEYS);
    readLanguages();
    YamlBlock names = block.block("names");
    YamlBlock words = block.block("words");
    YamlBlock constants = block.block("constants");
    YamlBlock recipients = block.block("recipients");
    List<TimeForm> times = new TimesBlock(block).read();
    Map<HandOffField, String> same =
        constants == null ? Map.of() : new ConstantsBlock(constants, units).read();
    return new Conventions(
        languages,
        names == null ? Map.of() : new NamesBlock(names).read(),
        envelopes(),
        words == null ? Map.of() : new WordsBlock(words).read(),
        charset(),
        delimiter(),
        times,
        zone(),
        same,
        recipients == null ? null : new RecipientsBlock(recipients).read());
  }

  private void readLanguages() {
    for (Scalar language : block.texts("languages")) {
      if (Conventions.ALL_LANGUAGES.contains(language.text())) {
        languages.add(language.text());
      } else {
        block.fault(
            language.line(),
            language.text() + " is no language of hand-offs",
            DidYouMean.of(language.text(), Conventions.ALL_LANGUAGES));
      }
    }
    if (languages.isEmpty()) {
      languages.addAll(Conventions.ALL_LANGUAGES);
    }
  }

  private String envelopes() {
    Scalar path = only("json", "envelopes");
    return path != null && NamesBlock.letsNothingIn(block, path)
        ? path.text()
        : Conventions.CONTRACT.envelopes();
  }

  /** The text of a key that has a meaning in one language only. */
  private @Nullable Scalar only(String language, String key) {
    Scalar text = block.text(key);
    if (text != null && !languages.contains(language)) {
      block.fault(
          text.line(),
          key + " has no meaning without " + language,
          language + " among languages, or remove the line");
    }
    return text;
  }

  private @Nullable Charset charset() {
    Scalar name = block.text("charset");
    if (name == null) {
      return null;
    }
    if (!name.text().equals(WINDOWS_1258)) {
      block.fault(
          name.line(),
          name.text() + " is not read",
          WINDOWS_1258 + ", or remove the line: UTF-8, and UTF-16 with its mark, are read anyhow");
      return null;
    }
    return Charset.forName(WINDOWS_1258);
  }

  private @Nullable Character delimiter() {
    Scalar written = only("csv", "delimiter");
    if (written != null && !DELIMITERS.containsKey(written.text())) {
      block.fault(written.line(), "the delimiter is unknown", "\",\" or \";\" or tab or \"|\"");
    }
    return written == null ? null : DELIMITERS.get(written.text());
  }

  private ZoneId zone() {
    Scalar name = block.text("zone");
    try {
      return name == null ? Conventions.VIETNAM : ZoneId.of(name.text());
    } catch (DateTimeException e) {
      block.fault(name.line(), name.text() + " is no time zone", "Asia/Ho_Chi_Minh");
      return Conventions.VIETNAM;
    }
  }
}
