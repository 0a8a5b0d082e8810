package vn.kt1.gateway.directory;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.text.Folded;
import vn.kt1.gateway.text.Lookalikes;

/** Names under which e-offices keep what stands inside an envelope (CONTRACT, 3.1). */
public final class Forbidden {

  /** No field has a longer name; normalising a long one is expensive (see Shape). */
  public static final int LONGEST_NAME = 200;

  /** A unit or a remark behind a heading: {@code Số tờ (tờ)}. */
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]");

  private static final Set<String> SPELLINGS = new HashSet<>();
  private static final Map<String, String> BY_FOLDED_NAME = new HashMap<>();
  private static final ForbiddenWords WORDS = new ForbiddenWords();

  /**
   * Names of the row number in a posting book. Số thứ tự is not among them: in a register it is the
   * number of a document.
   */
  private static final Set<String> ROW_NUMBERS = Set.of("TT", "SOTT");

  static {
    for (CSVRecord row : DataFile.read("/directory/forbidden-fields.csv")) {
      add(row.get("spelling"));
    }
    WORDS.ofContent().forEach(Forbidden::add);
  }

  private Forbidden() {}

  private static void add(String spelling) {
    SPELLINGS.add(spelling);
    BY_FOLDED_NAME.putIfAbsent(Folded.name(spelling), spelling);
  }

  /** Every spelling known to us. */
  public static Set<String> spellings() {
    Set<String> all = new HashSet<>(SPELLINGS);
    all.addAll(WORDS.ofDocuments());
    return all;
  }

  /**
   * The name in our own spelling, so that an answer echoes nothing the sender wrote; of a name that
   * is none of ours, the word in it that tells of content.
   */
  public static Optional<String> ourSpelling(String name) {
    if (name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String read = Lookalikes.read(name);
    String listed = listed(name, read);
    return listed == null ? WORDS.in(read) : Optional.of(listed);
  }

  /** Whether it is one of our spellings and nothing more; case, marks, blanks, signs ignored. */
  public static boolean isSpelling(String name) {
    return name.length() <= LONGEST_NAME && listed(name, Lookalikes.read(name)) != null;
  }

  private static @Nullable String listed(String name, String read) {
    if (SPELLINGS.contains(name)) {
      return name;
    }
    String known = folded(read);
    return known == null ? folded(BRACKETS.matcher(read).replaceAll(" ")) : known;
  }

  private static @Nullable String folded(String read) {
    String folded = Folded.name(read);
    String known = BY_FOLDED_NAME.get(folded);
    return known == null ? BY_FOLDED_NAME.get(withoutNumber(folded)) : known;
  }

  /** Columns are numbered by hand: {@code (2) Số đến}, {@code Số đến 2}. */
  private static String withoutNumber(String folded) {
    return folded.replaceAll("^[0-9]+|[0-9]+$", "");
  }

  /**
   * The first in a path of JSON: in its steps, or in the path as one name. A step that only speaks
   * of a document leads to what stands outside too: {@code vb.doKhan}.
   */
  public static Optional<String> inPath(String path) {
    return Stream.concat(
            Arrays.stream(path.split("\\.")).filter(Forbidden::tellsContent), Stream.of(path))
        .map(Forbidden::ourSpelling)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean tellsContent(String step) {
    return isSpelling(step)
        || step.length() <= LONGEST_NAME && WORDS.tellContent(Lookalikes.read(step));
  }

  public static boolean isRowNumber(String name) {
    return ROW_NUMBERS.contains(Folded.name(name));
  }
}
