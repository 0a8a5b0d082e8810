package vn.kt1.gateway.intake.format;

import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Language;
import vn.kt1.gateway.intake.MessageSource;
import vn.kt1.gateway.intake.Sink;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.table.Utf;

/**
 * Reads edXML of ordinary documents (QCVN 102:2016/BTTTT) as a stream: parties, urgency and copies.
 * Attachments are skipped unread. All other texts are only searched for words of secrecy.
 */
public final class EdXmlLanguage implements Language {

  private final IntakeSettings.Xml limits;

  public EdXmlLanguage(IntakeSettings.Xml limits) {
    this.limits = limits;
  }

  @Override
  public void read(MessageSource source, Sink sink) {
    XmlBytes bytes = XmlBytes.of(source.bytes(), source.how().charset());
    try {
      XMLStreamReader xml = parser(Utf.reader(bytes.bytes(), bytes.other()));
      bytes.checkDeclared(xml.getCharacterEncodingScheme());
      EdXmlParties parties = new EdXmlParties();
      new EdXmlWalk(xml, parties, sink, limits.elements()).toTheEnd();
      parties.tell(source.stem(), sink);
    } catch (XMLStreamException e) {
      // SECURITY: the parser's message quotes the input, so it ends here.
      throw e.getNestedException() instanceof CharacterCodingException letters
          ? Utf.refusal(letters)
          : malformed();
    }
  }

  /** Makes a parser for one message. The element names that it stores are freed with it. */
  private XMLStreamReader parser(Reader text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // SECURITY: reads no DTD, opens nothing outside the message, and bounds all sizes.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(limits.depth()));
    factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(limits.attributes()));
    factory.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(Forbidden.LONGEST_NAME));
    // Messages in practice often use unbound prefixes.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return begun(factory, text);
  }

  /** The parser throws many kinds of exceptions for a broken prolog, as it does for the rest. */
  private static XMLStreamReader begun(XMLInputFactory factory, Reader text)
      throws XMLStreamException {
    try {
      return factory.createXMLStreamReader(text);
    } catch (RuntimeException e) {
      throw malformed();
    }
  }

  static Rejected malformed() {
    return new Rejected(Fault.of(Code.MALFORMED, "", "edxml"));
  }
}
