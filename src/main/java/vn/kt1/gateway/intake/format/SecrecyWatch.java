package vn.kt1.gateway.intake.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import vn.kt1.gateway.directory.SecrecyNames;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.text.AbsentWords;

/**
 * Checks every text and every name of a message. edXML is for ordinary documents, so a stamp, or a
 * filled element or attribute named for secrecy, refuses the message.
 */
final class SecrecyWatch {

  /** Attributes that give the name of a field. */
  private static final Set<String> CALLED = Set.of("name", "key", "field", "property", "label");

  /** Attributes that say how a value is written; they are not values. */
  private static final Set<String> HOW_WRITTEN = Set.of("xsi", "xml", "xmlns", "i");

  /** Elements of SOAP (WS-Security) that concern the transport. */
  private static final Set<String> OF_SOAP =
      Set.of("Security", "BinarySecurityToken", "SecurityTokenReference", "SecurityContextToken");

  private static final int LONGEST_VALUE = 64;
  private static final int MOST_NAMES = 1_000;

  private final EdXmlPath path;
  private final Sink sink;
  private final SecrecyWords text = new SecrecyWords();
  private final SecrecyWords aside = new SecrecyWords();

  /** A message repeats the same few names, so the result for a name is remembered. */
  private final Map<String, Boolean> names = new HashMap<>();

  /** The depth of the outermost element named for secrecy, and the text read in it. */
  private int named;

  private boolean told;
  private final StringBuilder value = new StringBuilder();

  SecrecyWatch(EdXmlPath path, Sink sink) {
    this.path = path;
    this.sink = sink;
  }

  /** An element begins, the last of the path. */
  void open(String name, XMLStreamReader xml) {
    if (named == 0 && (forSecrecy(name) && !ofSoap(name, xml) || called(xml))) {
      named = path.depth();
      told = false;
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(xml.getAttributePrefix(i), local(xml.getAttributeLocalName(i)), xml, i);
    }
  }

  private boolean ofSoap(String name, XMLStreamReader xml) {
    int header = path.names().indexOf("Header");
    boolean inHeader = header > 0 && path.names().get(header - 1).equals("Envelope");
    return OF_SOAP.contains(name) && (inHeader || xml.getLocalName().startsWith("wsse:"));
  }

  /** SECURITY: an attribute such as {@code <field name="DoMat">2</field>} names the element too. */
  private boolean called(XMLStreamReader xml) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (isCalled(xml.getAttributeLocalName(i)) && forSecrecy(xml.getAttributeValue(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCalled(String attribute) {
    return CALLED.contains(local(attribute).toLowerCase(Locale.ROOT));
  }

  private void attribute(String prefix, String name, XMLStreamReader xml, int i) {
    String held = xml.getAttributeValue(i);
    aside(held);
    // An attribute that binds a prefix holds no value.
    if (HOW_WRITTEN.contains(prefix) || name.equals("xmlns") || isCalled(name)) {
      return;
    }
    if ((named > 0 || forSecrecy(name)) && says(held)) {
      refuse();
    }
  }

  void text(CharSequence part) {
    text.next(part);
    // SECURITY: SOAP's security header holds elements only; a text directly in it does not belong
    // to SOAP.
    if (named > 0 || path.last().equals("Security")) {
      part.chars()
          .filter(letter -> !Character.isWhitespace(letter))
          .limit(LONGEST_VALUE - value.length())
          .forEach(letter -> value.append((char) letter));
    }
  }

  /** A text that is complete. */
  void aside(CharSequence whole) {
    aside.next(whole);
    if (aside.end()) {
      word();
    }
  }

  /** The last element of the path ends. */
  void close() {
    if (named == path.depth() || named == 0 && path.last().equals("Security")) {
      endValue();
    }
  }

  private void endValue() {
    if (says(value)) {
      refuse();
    }
    named = 0;
    told = false;
    value.setLength(0);
  }

  void endText() {
    if (text.end()) {
      word();
    }
  }

  /** Reports what was found before a message broke off. */
  void end() {
    endText();
    endValue();
  }

  /** Reports also a zero or "Thường": an ordinary document's edXML states no secrecy. */
  private static boolean says(CharSequence held) {
    String shown = held.toString().strip();
    return !shown.isEmpty() && !AbsentWords.absent(shown);
  }

  private boolean forSecrecy(String name) {
    if (names.size() >= MOST_NAMES) {
      return SecrecyNames.contains(name);
    }
    return names.computeIfAbsent(name, SecrecyNames::contains);
  }

  private void word() {
    sink.fault(Fault.of(Code.CONTENT_NOT_ALLOWED, path.pointer(), "word"));
  }

  private void refuse() {
    if (!told) {
      told = named > 0;
      sink.fault(Fault.of(Code.CONTENT_NOT_ALLOWED, path.pointer(), "secrecy-element"));
    }
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }
}
