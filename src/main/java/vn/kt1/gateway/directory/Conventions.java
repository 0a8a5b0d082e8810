package vn.kt1.gateway.directory;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.text.Folded;

/**
 * How a partner writes its hand-offs, where that differs from the contract. {@code names}: its
 * column names, or paths in JSON, folded; {@code envelopes}: where in JSON its list of envelopes
 * stands; {@code words}: its folded words for the values of a field; {@code times}: its patterns
 * for times without an offset, read in {@code zone}; {@code constants}: what it never writes.
 */
public record Conventions(
    Set<String> languages,
    Map<String, HandOffField> names,
    String envelopes,
    Map<HandOffField, Map<String, String>> words,
    @Nullable Charset charset,
    @Nullable Character delimiter,
    List<TimeForm> times,
    ZoneId zone,
    Map<HandOffField, String> constants,
    @Nullable RecipientList recipients) {

  /** Every language of the contract (4.1), by file ending. */
  public static final Set<String> ALL_LANGUAGES = Set.of("json", "csv", "xlsx", "xml");

  private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 22, 9, 0);

  /** The contract as it stands. */
  public static final Conventions CONTRACT =
      new Conventions(
          ALL_LANGUAGES,
          Map.of(),
          "envelopes",
          Map.of(),
          null,
          null,
          List.of(),
          VietnamTime.VIETNAM,
          Map.of(),
          null);

  /**
   * Several recipients in one place, such as {@code 12|H24.31, 15|H24.02}: what parts them, and
   * after which sign the code of each begins (empty: the whole is the code).
   */
  public record RecipientList(String separator, String codeAfter) {}

  public Conventions {
    languages = Set.copyOf(languages);
    names = Map.copyOf(names);
    words = Map.copyOf(words);
    times = List.copyOf(times);
    constants = Map.copyOf(constants);
  }

  /** The field a name or a path of the partner stands for. */
  public Optional<HandOffField> field(String name) {
    // The time of folding grows with the square of the length, so a name that is too long is not
    // folded.
    return names.isEmpty() || name.length() > Forbidden.LONGEST_NAME
        ? Optional.empty()
        : Optional.ofNullable(names.get(folded(name)));
  }

  /** Whether paths of the partner go through that one. */
  public boolean leadsOn(String path) {
    String start = path.length() > Forbidden.LONGEST_NAME ? "." : folded(path) + ".";
    return names.keySet().stream().anyMatch(name -> name.startsWith(start));
  }

  /** The forms of times, each with an example, for whoever wrote another. */
  public String timesShown() {
    return times.stream()
        .map(form -> form.pattern() + " (" + SAMPLE.format(form.formatter()) + ")")
        .collect(Collectors.joining("; "));
  }

  /** A name, or each name of a path, as names are compared. */
  public static String folded(String name) {
    return Arrays.stream(name.split("\\.", -1)).map(Folded::name).collect(Collectors.joining("."));
  }

  /** What the contract calls a value of that field which the partner writes so. */
  public Optional<String> word(HandOffField field, String written) {
    Map<String, String> known = words.getOrDefault(field, Map.of());
    return known.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(known.get(Folded.word(written)));
  }
}
