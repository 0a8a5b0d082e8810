package vn.kt1.gateway.table;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The properties a document has beside its sheets: who and when is normal, what about is not. */
final class Properties {

  private Properties() {}

  static Map<String, Integer> texts(String... names) {
    return Stream.of(names).collect(toMap(Function.identity(), name -> PartReader.LONGEST_NAME));
  }

  /** Title, author and the like (ECMA-376 part 2, 11). */
  static final class Core extends PlainPart {

    private static final Set<String> TELLING =
        Set.of(
            "title",
            "subject",
            "description",
            "keywords",
            "value",
            "category",
            "contentStatus",
            "identifier");

    private static final Set<String> PERSONS = Set.of("creator", "lastModifiedBy");
    private static final int LONGEST_PERSON = 64;

    /** What libraries that write workbooks call those nobody has named. */
    private static final String UNNAMED = "Untitled Spreadsheet";

    Core(Found found) {
      super(
          found,
          texts(
              "title",
              "subject",
              "description",
              "keywords",
              "value",
              "category",
              "contentStatus",
              "identifier",
              "creator",
              "lastModifiedBy",
              "created",
              "modified",
              "lastPrinted",
              "revision",
              "version",
              "language"));
    }

    @Override
    void end(String name, String text) {
      boolean allowed =
          TELLING.contains(name)
              ? text.equals(UNNAMED)
              : PERSONS.contains(name) ? found.own(text, LONGEST_PERSON) : OfficeWords.plain(text);
      if (!text.isBlank() && !allowed) {
        found.add(Hidden.PROPERTIES);
      }
    }
  }
}
