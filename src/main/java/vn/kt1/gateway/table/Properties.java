package vn.kt1.gateway.table;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.xml.sax.Attributes;

/** The properties a document has beside its sheets: who and when is normal, what about is not. */
final class Properties {

  private Properties() {}

  private static Map<String, Integer> texts(String... names) {
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

    /** What libraries that write workbooks call those nobody has named. */
    private static final String UNNAMED = "Untitled Spreadsheet";

    Core(Set<Hidden> found) {
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
      if (TELLING.contains(name) && !text.isBlank() && !text.equals(UNNAMED)) {
        found.add(Hidden.PROPERTIES);
      }
    }
  }

  /** The program that wrote it, and how many sheets there are (ECMA-376, 22.2). */
  static final class Extended extends PlainPart {
    Extended(Set<Hidden> found) {
      super(
          found,
          texts(
              "Application",
              "AppVersion",
              "Company",
              "Manager",
              "Template",
              "TotalTime",
              "DocSecurity",
              "ScaleCrop",
              "LinksUpToDate",
              "SharedDoc",
              "HyperlinksChanged",
              "Pages",
              "Words",
              "Characters",
              "CharactersWithSpaces",
              "Lines",
              "Paragraphs",
              "i4",
              "lpstr"));
    }
  }

  /** Properties somebody made up, save those one office program always writes. */
  static final class Custom extends PlainPart {

    private static final Set<String> PROGRAM = Set.of("KSOProductBuildVer", "ICV");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{0,64}");

    Custom(Set<Hidden> found) {
      super(found, texts("lpwstr", "lpstr", "i4", "r8", "bool", "filetime"));
    }

    @Override
    void start(String name, Attributes attributes) {
      String property = attribute(attributes, "name");
      if (name.equals("property") && (property == null || !PROGRAM.contains(property))) {
        found.add(Hidden.PROPERTIES);
      }
    }

    @Override
    void end(String name, String text) {
      if (!PLAIN.matcher(text).matches()) {
        found.add(Hidden.PROPERTIES);
      }
    }
  }
}
