package vn.kt1.gateway.intake.format;

import java.nio.CharBuffer;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.kt1.gateway.intake.Sink;

/**
 * Walks through one message. It skips attachments and passes every other text to the secrecy watch.
 */
final class EdXmlWalk {

  /** The elements in which edXML and similar formats carry files. */
  private static final Set<String> ATTACHMENTS =
      Set.of("attachmentencoded", "edxmlattachments", "attachment", "attachmentdata");

  private final XMLStreamReader xml;
  private final EdXmlParties parties;
  private final int mostElements;
  private final EdXmlPath path = new EdXmlPath();
  private final SecrecyWatch secrecy;
  private int elements;

  EdXmlWalk(XMLStreamReader xml, EdXmlParties parties, Sink sink, int mostElements) {
    this.xml = xml;
    this.parties = parties;
    this.secrecy = new SecrecyWatch(path, sink);
    this.mostElements = mostElements;
  }

  void toTheEnd() throws XMLStreamException {
    try {
      while (xml.hasNext()) {
        step(next());
      }
    } finally {
      secrecy.end();
    }
  }

  private void step(int event) throws XMLStreamException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> open();
      case XMLStreamConstants.END_ELEMENT -> close();
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          text(CharBuffer.wrap(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength()));
      case XMLStreamConstants.COMMENT -> secrecy.aside(xml.getText());
      case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
        secrecy.aside(xml.getPITarget());
        secrecy.aside(xml.getPIData());
      }
      case XMLStreamConstants.END_DOCUMENT -> {}
      // SECURITY: refuses a DTD and everything that needs one.
      default -> throw EdXmlLanguage.malformed();
    }
  }

  /**
   * For some broken bytes the JDK's parser throws exceptions that its interface does not declare.
   */
  private int next() throws XMLStreamException {
    try {
      return xml.next();
    } catch (RuntimeException e) {
      // SECURITY: the message of such an exception may quote the input, so it is dropped here.
      throw EdXmlLanguage.malformed();
    }
  }

  private void open() throws XMLStreamException {
    secrecy.endText();
    count();
    String name = local(xml.getLocalName());
    if (ATTACHMENTS.contains(name.toLowerCase(Locale.ROOT))) {
      skip();
      path.passBy();
      return;
    }
    path.open(name);
    secrecy.open(name, xml);
    parties.open(path.names());
  }

  private void close() {
    secrecy.endText();
    secrecy.close();
    parties.close(path.names());
    path.close();
  }

  /** SECURITY: skips an attachment without looking into it. */
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
    secrecy.text(part);
    parties.text(part);
  }

  private static String local(String name) {
    return name.substring(name.lastIndexOf(':') + 1);
  }
}
