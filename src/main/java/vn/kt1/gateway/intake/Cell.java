package vn.kt1.gateway.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kt1.gateway.shipment.HandOffField;

/** A cell of a table as the contract's type; what is not of that type stays text, told later. */
public final class Cell {

  private static final Set<HandOffField> NUMBERS =
      Set.of(HandOffField.WEIGHT_G, HandOffField.PIECES);
  private static final Set<HandOffField> YES_NO =
      Set.of(HandOffField.ENTERED_IN_REGISTER, HandOffField.PERSONAL_ONLY);
  private static final Set<HandOffField> WORDS =
      Set.of(HandOffField.SECRECY, HandOffField.URGENCY, HandOffField.NETWORK);
  private static final int LONGEST_YES_NO = 20;

  /** Spreadsheets and data frames write a whole number as 80.0. */
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(\\.0+)?");

  private Cell() {}

  public static JsonNode value(HandOffField field, String written) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    String cell = written.strip();
    Matcher whole = WHOLE.matcher(cell);
    if (NUMBERS.contains(field) && whole.matches()) {
      return nodes.numberNode(Integer.parseInt(whole.group(1)));
    }
    if ((WORDS.contains(field) || YES_NO.contains(field)) && whole.matches()) {
      return nodes.textNode(whole.group(1));
    }
    return YES_NO.contains(field) && cell.length() <= LONGEST_YES_NO
        ? yesNo(cell)
        : nodes.textNode(cell);
  }

  private static JsonNode yesNo(String cell) {
    return switch (Normalizer.normalize(cell, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "có", "đúng" -> JsonNodeFactory.instance.booleanNode(true);
      case "false", "no", "không", "sai" -> JsonNodeFactory.instance.booleanNode(false);
      default -> JsonNodeFactory.instance.textNode(cell);
    };
  }
}
