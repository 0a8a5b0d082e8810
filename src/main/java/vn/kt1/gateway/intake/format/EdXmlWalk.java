package vn.kt1.gateway.intake.format;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.kt1.gateway.directory.SecrecyNames;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;

/** Walks through one message: past its attachments, and with an eye on every other text. */
final class EdXmlWalk {

  /** Where edXML and its relatives in the field keep files. */
  private static final Set<String> ATTACHMENTS =
      Set.of("attachmentencoded", "edxmlattachments", "attachment", "attachmentdata");

  private final XMLStreamReader xml;
  private final EdXmlParties parties;
  private final Sink sink;
  private final int mostElements;

  /** The local names of the elements open, and how many each has had inside so far. */
  private final List<String> path = new ArrayList<>();

  private final List<Integer> children = new ArrayList<>(List.of(0));

  private final SecrecyWords text = new SecrecyWords();
  private int elements;

  EdXmlWalk(XMLStreamReader xml, EdXmlParties parties, Sink sink, int mostElements) {
    this.xml = xml;
    this.parties = parties;
    this.sink = sink;
    this.mostElements = mostElements;
  }

  void toTheEnd() throws XMLStreamException {
    try {
      while (xml.hasNext()) {
        step(next());
      }
    } finally {
      // What was met before a message broke off is told as well.
      endText();
    }
  }

  private void step(int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> open();
      case XMLStreamConstants.END_ELEMENT -> close();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text(CharBuffer.wrap(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength()));
      case XMLStreamConstants.COMMENT -> watch(xml.getText());
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        watch(xml.getPITarget());
        watch(xml.getPIData());
      }
      case XMLStreamConstants.END_DOCUMENT -> {}
      // SECURITY: a DTD, or anything that only a DTD brings.
      default -> throw EdXmlLanguage.malformed();
    }
  }

  /** Some broken bytes make the JDK's parser fail in ways its interface does not know. */
  private int next() throws XMLStreamException {
    try {
      return xml.next();
    } catch (RuntimeException e) {
      // SECURITY: what such a failure says may quote the input, so it ends here.
      throw EdXmlLanguage.malformed();
    }
  }

  private void open() throws XMLStreamException {
    endText();
    count();
    String name = local(xml.getLocalName());
    if (ATTACHMENTS.contains(name.toLowerCase(Locale.ROOT))) {
      skip();
      children.set(path.size(), children.get(path.size()) + 1);
      return;
    }
    path.add(name);
    children.add(0);
    if (SecrecyNames.contains(name)) {
      refuse("secrecy-element");
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attribute(i);
    }
    parties.open(path);
  }

  private void attribute(int i) {
    // A prefix is bound by an attribute, but is only a prefix.
    boolean name = !"xmlns".equals(xml.getAttributePrefix(i));
    if (name && SecrecyNames.contains(local(xml.getAttributeLocalName(i)))) {
      refuse("secrecy-element");
    }
    watch(xml.getAttributeValue(i));
  }

  private void close() {
    endText();
    parties.close(path);
    path.remove(path.size() - 1);
    children.remove(children.size() - 1);
    children.set(path.size(), children.get(path.size()) + 1);
  }

  /** SECURITY: an attachment passes by; nobody looks into it. */
  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          count();
          depth++;
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
    }
  }

  private void count() {
    if (++elements > mostElements) {
      throw EdXmlLanguage.malformed();
    }
  }

  private void text(CharSequence part) {
    text.next(part);
    parties.text(part);
  }

  private void endText() {
    if (text.end()) {
      refuse("word");
    }
  }

  /** A text that stands for itself. */
  private void watch(CharSequence whole) {
    SecrecyWords words = new SecrecyWords();
    words.next(whole);
    if (words.end()) {
      refuse("word");
    }
  }

  /** The place is told by positions: a name may be the sender's own. */
  private void refuse(String variant) {
    StringBuilder pointer = new StringBuilder();
    for (int depth = 0; depth < path.size(); depth++) {
      pointer.append("/~").append(children.get(depth));
    }
    sink.fault(Fault.of(Code.CONTENT_NOT_ALLOWED, pointer.toString(), variant));
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }
}
