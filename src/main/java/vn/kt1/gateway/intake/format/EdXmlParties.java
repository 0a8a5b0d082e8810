package vn.kt1.gateway.intake.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.intake.Given;
import vn.kt1.gateway.intake.HandOffSchema;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.HandOffField;
import vn.kt1.gateway.shipment.Secrecy;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.text.AbsentWords;

/**
 * What is read from an edXML message: sender, recipients, urgency, number of copies. Elements are
 * recognised by their place under the MessageHeader.
 */
final class EdXmlParties {

  private static final String HEADER = "MessageHeader";

  private static final Map<String, HandOffField> RECIPIENT =
      Map.of(
          "To/OrganId", HandOffField.RECIPIENT_CODE,
          "To/OrganName", HandOffField.RECIPIENT_NAME,
          "To/OrganAdd", HandOffField.RECIPIENT_ADDRESS);

  private static final String SENDER = "From/OrganId";
  private static final String PRIORITY = "OtherInfo/Priority";
  private static final String COPIES = "OtherInfo/PromulgationAmount";

  /** The degrees of QCVN 102:2016/BTTTT. Registers count from 1, edXML from 0. */
  private static final Map<String, Urgency> PRIORITIES =
      Map.of(
          "0", Urgency.NORMAL,
          "1", Urgency.URGENT,
          "2", Urgency.VERY_URGENT,
          "3", Urgency.EXPRESS,
          "4", Urgency.EXPRESS_TIMED);

  /** 1.000 may be one or a thousand. */
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,9})(?:[.,]0)?");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /**
   * Longer than the longest text that the guard accepts, so a text that is cut here is refused
   * anyway.
   */
  private static final int LONGEST_TEXT = 1_100;

  private final Given handOff = new Given("");
  private final List<Given> envelopes = new ArrayList<>();

  /** What the message says about all envelopes. */
  private final Given common = new Given("");

  private final StringBuilder text = new StringBuilder();

  /** The depth of the header (0 before it is found), and the current position in it. */
  private int header;

  private boolean inHeader;
  private String place = "";

  /** An element begins, the last of {@code path}. */
  void open(List<String> path) {
    if (path.get(path.size() - 1).equals(HEADER)) {
      begin(path.size());
    }
    place = place(path, path.size());
    if (place.equals("To")) {
      envelopes.add(new Given(HandOffSchema.ENVELOPES + "/" + envelopes.size()));
    } else if (place.contains("/")) {
      text.setLength(0);
    }
  }

  private void begin(int depth) {
    if (header > 0) {
      // Two messages in one file would be two hand-offs, so a second header is refused.
      throw EdXmlLanguage.malformed();
    }
    header = depth;
    inHeader = true;
  }

  void text(CharSequence part) {
    if (place.contains("/")) {
      text.append(part, 0, Math.min(part.length(), LONGEST_TEXT - text.length()));
    }
  }

  /** The last element of {@code path} ends. */
  void close(List<String> path) {
    if (RECIPIENT.containsKey(place)) {
      put(envelopes.get(envelopes.size() - 1), RECIPIENT.get(place), party());
    } else if (place.equals(SENDER)) {
      put(handOff, HandOffField.SENDER, party());
    } else if (place.equals(PRIORITY)) {
      put(common, HandOffField.URGENCY, urgency());
    } else if (place.equals(COPIES)) {
      put(common, HandOffField.PIECES, copies());
    }
    inHeader &= path.size() > header;
    place = place(path, path.size() - 1);
  }

  /** The names of the elements between the header and the given depth, without deeper ones. */
  private String place(List<String> path, int depth) {
    return inHeader && depth > header && depth <= header + 2
        ? String.join("/", path.subList(header, depth))
        : "";
  }

  private @Nullable String party() {
    String written = text.toString();
    return written.isBlank() || AbsentWords.absentText(written) ? null : written;
  }

  private @Nullable String urgency() {
    String written = word();
    return written == null ? null : PRIORITIES.getOrDefault(written, Urgency.UNKNOWN).name();
  }

  private @Nullable Object copies() {
    String written = word();
    Matcher whole = WHOLE.matcher(written == null ? "" : written);
    if (!whole.matches()) {
      return written;
    }
    int copies = Integer.parseInt(whole.group(1));
    return copies == 0 ? null : (Object) copies;
  }

  private @Nullable String word() {
    String written = text.toString().strip();
    return written.isEmpty() || AbsentWords.absent(written) ? null : written;
  }

  /**
   * Some programs write the code where they do not know the name; the directory may know the name.
   */
  private static void dropCodeAsName(Given envelope) {
    String code = envelope.written(HandOffField.RECIPIENT_CODE);
    String name = envelope.written(HandOffField.RECIPIENT_NAME);
    if (sameUnit(code.strip(), name.strip())) {
      envelope.remove(HandOffField.RECIPIENT_NAME);
    }
  }

  private static boolean sameUnit(String code, String name) {
    return UnitCode.readable(code)
        && UnitCode.readable(name)
        && UnitCode.normalise(code).equals(UnitCode.normalise(name));
  }

  /** A value that is written twice must be the same. */
  private static void put(Given given, HandOffField field, @Nullable Object value) {
    Object known = given.value(field);
    if (known != null && value != null && !known.equals(value)) {
      throw EdXmlLanguage.malformed();
    }
    if (value != null) {
      given.replace(field, value);
    }
  }

  /**
   * @param stem becomes the id of the hand-off, because edXML has none
   */
  void tell(@Nullable String stem, Sink sink) {
    if (header == 0) {
      throw EdXmlLanguage.malformed();
    }
    int number = 0;
    for (Given envelope : envelopes) {
      dropCodeAsName(envelope);
      envelope.put(HandOffField.ENVELOPE_ID, id(stem, ++number));
      envelope.put(HandOffField.URGENCY, common.value(HandOffField.URGENCY));
      envelope.put(HandOffField.PIECES, common.value(HandOffField.PIECES));
      // The standard is for ordinary documents only; SecrecyWatch looks for signs of others.
      envelope.put(HandOffField.SECRECY, Secrecy.NONE.name());
      sink.envelope(envelope);
    }
    sink.handedOffOnReceipt();
    handOff.put(HandOffField.HAND_OFF_ID, stem);
    sink.handOff(handOff);
  }

  private static String id(@Nullable String stem, int number) {
    String id = stem + "-" + number;
    return stem != null && ID.matcher(id).matches() ? id : String.valueOf(number);
  }
}
