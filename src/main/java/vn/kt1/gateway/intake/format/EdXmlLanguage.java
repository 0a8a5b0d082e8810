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
 * edXML of ordinary documents (QCVN 102:2016/BTTTT): parties, urgency and copies, read as they pass
 * by; attachments are skipped unread, and all other texts only searched for words of secrecy.
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

  /** A parser of one message: the names it has met go with it. */
  private XMLStreamReader parser(Reader text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    // SECURITY: no DTD is read, nothing outside the message is opened, and nothing grows unbounded.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(limits.depth()));
    factory.setProperty("jdk.xml.elementAttributeLimit", String.valueOf(limits.attributes()));
    factory.setProperty("jdk.xml.maxXMLNameLimit", String.valueOf(Forbidden.LONGEST_NAME));
    // Prefixes nobody has bound are usual in the field.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    return begun(factory, text);
  }

  /** The parser meets a broken prolog with exceptions of many kinds, as it does what follows. */
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
