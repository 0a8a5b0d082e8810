package vn.kt1.gateway.table;

import static java.util.stream.Collectors.toMap;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The properties of a document. Who wrote it and when is allowed; what it is about is not. */
abstract class Properties extends PartReader {

  /**
   * @param names the elements that hold a text, separated by blanks
   */
  Properties(Found found, String names) {
    super(found, Stream.of(names.split(" ")).collect(toMap(name -> name, name -> LONGEST_NAME)));
  }

  @Override
  void end(String name, String text) {
    if (!text.isBlank() && !allowed(name, text)) {
      found.add(Hidden.PROPERTIES);
    }
  }

  abstract boolean allowed(String name, String text);

  /** Title, author and the like (ECMA-376 part 2, 11). */
  static final class Core extends Properties {

    private static final String TELLING =
        "title subject description keywords value category contentStatus identifier";
    private static final Set<String> ABOUT = Set.of(TELLING.split(" "));
    private static final Set<String> PERSONS = Set.of("creator", "lastModifiedBy");
    private static final int LONGEST_PERSON = 64;

    /** The sheet names that libraries use by default. */
    private static final String UNNAMED = "Untitled Spreadsheet";

    Core(Found found) {
      super(
          found,
          TELLING
              + " creator lastModifiedBy created modified lastPrinted revision version language");
    }

    @Override
    boolean allowed(String name, String text) {
      if (ABOUT.contains(name)) {
        return text.equals(UNNAMED);
      }
      return PERSONS.contains(name) ? found.own(text, LONGEST_PERSON) : OfficeWords.plain(text);
    }
  }

  /** The program that wrote it, for which company, and how many sheets there are (22.2). */
  static final class Extended extends Properties {

    /** LibreOffice writes the commit it was built from. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{30,40}");

    /** An e-office may write its name in one word and a version. */
    private static final Pattern PROGRAM =
        Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,30}(?: v?[0-9.]{1,16})?");

    private static final int LONGEST_COMPANY = 100;
    private static final int LONGEST_HEADING = 40;

    private int titles;

    Extended(Found found) {
      super(
          found,
          "Application AppVersion Company Manager Template TotalTime DocSecurity ScaleCrop"
              + " LinksUpToDate SharedDoc HyperlinksChanged Pages Words Characters"
              + " CharactersWithSpaces Lines Paragraphs i4 lpstr");
    }

    @Override
    void start(String name, Attributes attributes) {
      titles += name.equals("TitlesOfParts") ? 1 : 0;
    }

    @Override
    boolean allowed(String name, String text) {
      return switch (name) {
        case "Application" -> program(text);
        case "Company" -> found.own(text, LONGEST_COMPANY);
        case "lpstr" -> title(text);
        default -> OfficeWords.plain(text);
      };
    }

    private boolean program(String text) {
      return OfficeWords.plain(COMMIT.matcher(text).replaceAll(""))
          || PROGRAM.matcher(text).matches() && found.own(text, LONGEST_NAME);
    }

    /** Names of sheets and ranges; before them, the word for titles in the language. */
    private boolean title(String text) {
      String sheet = text.contains("!") ? text.substring(0, text.lastIndexOf('!')) : text;
      String bare = sheet.replaceAll("^'|'$", "").replace("''", "'");
      return found.isShown(bare)
          ? OfficeWords.plain(text.substring(sheet.length()))
          : OfficeWords.plain(text) || titles == 0 && found.own(text, LONGEST_HEADING);
    }
  }

  /** Custom properties, except those that programs write by themselves. */
  static final class Custom extends Properties {

    private static final Pattern VERSION =
        Pattern.compile("[0-9A-Za-z.]{0,12}(?:[-.][0-9.]{1,20})*");
    private static final Pattern ID = Pattern.compile("\\{?[0-9A-Fa-f-]{0,40}\\}?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{0,16}");

    private static final Map<String, Pattern> OF_PROGRAMS =
        Map.of(
            "KSOProductBuildVer", VERSION,
            "KSOReadingLayout", WORD,
            "ICV", ID,
            "WorkbookGuid", ID,
            "Generator", WORD,
            "Generator Version", VERSION);

    private @Nullable Pattern value;

    Custom(Found found) {
      super(found, "lpwstr lpstr i4 r8 bool filetime");
    }

    @Override
    void check(String element, String attribute, String text) {
      if (!(element.equals("property") && attribute.equals("name"))) {
        super.check(element, attribute, text);
      }
    }

    @Override
    void start(String name, Attributes attributes) {
      if (name.equals("property")) {
        value = OF_PROGRAMS.get(String.valueOf(attribute(attributes, "name")));
        if (value == null) {
          found.add(Hidden.PROPERTIES);
        }
      }
    }

    @Override
    boolean allowed(String name, String text) {
      return value == null || value.matcher(text).matches();
    }
  }
}
