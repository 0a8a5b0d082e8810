package vn.kt1.gateway.table;

import java.util.regex.Pattern;
import org.xml.sax.Attributes;

/** The program that wrote it, for which company, and how many sheets there are (22.2). */
final class ExtendedProperties extends PlainPart {

  /** LibreOffice names the commit it was built from. */
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{30,40}");

  /** An e-office may call itself by one word and a version. */
  private static final Pattern PROGRAM =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,30}(?: v?[0-9.]{1,16})?");

  private static final int LONGEST_COMPANY = 100;
  private static final int LONGEST_HEADING = 40;

  private int titles;

  ExtendedProperties(Found found) {
    super(
        found,
        Properties.texts(
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

  @Override
  void start(String name, Attributes attributes) {
    titles += name.equals("TitlesOfParts") ? 1 : 0;
  }

  @Override
  void end(String name, String text) {
    boolean allowed =
        switch (name) {
          case "Application" -> program(text);
          case "Company" -> found.own(text, LONGEST_COMPANY);
          case "lpstr" -> title(text);
          default -> OfficeWords.plain(text);
        };
    if (!text.isBlank() && !allowed) {
      found.add(Hidden.PROPERTIES);
    }
  }

  private boolean program(String text) {
    return OfficeWords.plain(COMMIT.matcher(text).replaceAll(""))
        || PROGRAM.matcher(text).matches() && found.own(text, LONGEST_NAME);
  }

  /** Of a sheet, or of a range on one; before them, what titles are called in a language. */
  private boolean title(String text) {
    String sheet = text.contains("!") ? text.substring(0, text.lastIndexOf('!')) : text;
    String bare = sheet.replaceAll("^'|'$", "").replace("''", "'");
    return found.isShown(bare)
        ? OfficeWords.plain(text.substring(sheet.length()))
        : OfficeWords.plain(text) || titles == 0 && found.own(text, LONGEST_HEADING);
  }
}
