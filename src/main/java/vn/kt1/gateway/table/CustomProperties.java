package vn.kt1.gateway.table;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Properties somebody made up, save those that programs write by themselves. */
final class CustomProperties extends PlainPart {

  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.]{0,12}(?:[-.][0-9.]{1,20})*");
  private static final Pattern ID = Pattern.compile("\\{?[0-9A-Fa-f-]{0,40}\\}?");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]{0,16}");

  private static final Map<String, Pattern> PROGRAM =
      Map.of(
          "KSOProductBuildVer", VERSION,
          "KSOReadingLayout", WORD,
          "ICV", ID,
          "WorkbookGuid", ID,
          "Generator", WORD,
          "Generator Version", VERSION);

  private @Nullable Pattern value;

  CustomProperties(Found found) {
    super(found, Properties.texts("lpwstr", "lpstr", "i4", "r8", "bool", "filetime"));
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
      value = PROGRAM.get(String.valueOf(attribute(attributes, "name")));
      if (value == null) {
        found.add(Hidden.PROPERTIES);
      }
    }
  }

  @Override
  void end(String name, String text) {
    if (value != null && !value.matcher(text).matches()) {
      found.add(Hidden.PROPERTIES);
    }
  }
}
