package vn.kt1.gateway.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads one XML part of a workbook, element by element. Notes what a plain table does not have:
 * text in an element that should hold none, or a long attribute.
 */
abstract class PartReader extends DefaultHandler {

  /** The longest text of a cell in Excel. */
  static final int LONGEST_CELL = 32_767;

  /** The longest name, hint, rule or attribute; a longer one could tell a story. */
  static final int LONGEST_NAME = 200;

  private static final int DEEPEST = 64;
  private static final int MOST_NAMES = 1_000;
  private static final int MOST_LISTED = 10_000;
  private static final String EXTENSIONS = "http://schemas.microsoft.com/";

  final Found found;
  private final Map<String, Integer> texts;
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> names = new HashSet<>();
  private final StringBuilder text = new StringBuilder();

  /**
   * @param texts the elements that hold text, with the longest text of each
   */
  PartReader(Found found, Map<String, Integer> texts) {
    this.found = found;
    this.texts = texts;
  }

  /** An element begins. The name of a Microsoft extension starts with {@code x:}. */
  void start(String name, Attributes attributes) {}

  /**
   * An attribute of an element. A part that has names of its own overrides this to say what they
   * may be.
   */
  void check(String element, String attribute, String value) {
    SideText.check(element, attribute, value, found);
  }

  /** An element ends. {@code text} is its text if it may hold text, else empty. */
  void end(String name, String text) {}

  void read(InputStream part) throws IOException {
    try (part) {
      XMLReader reader = reader();
      reader.setContentHandler(this);
      reader.setErrorHandler(this);
      InputSource source = new InputSource(new PlainMarkup(part));
      source.setEncoding("UTF-8");
      reader.parse(source);
    } catch (SAXException e) {
      throw Xlsx.malformed();
    }
  }

  private static XMLReader reader() throws SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
    try {
      // SECURITY: without a DTD there are no entities, so nothing is fetched or expanded.
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public final void startElement(
      String uri, String local, String qualified, Attributes attributes) {
    flush();
    String name = uri.startsWith(EXTENSIONS) ? "x:" + local : local;
    open.push(name);
    if (open.size() > DEEPEST) {
      throw Xlsx.malformed();
    }
    known(qualified);
    for (int i = 0; i < attributes.getLength(); i++) {
      known(attributes.getQName(i));
      check(name, attributes.getLocalName(i), attributes.getValue(i));
    }
    start(name, attributes);
  }

  @Override
  public final void endElement(String uri, String local, String qualified) {
    String name = open.pop();
    Integer most = texts.get(name);
    if (most == null) {
      flush();
      end(name, "");
      return;
    }
    if (text.length() > most) {
      found.add(Hidden.HIDDEN_TEXT);
    }
    String held = text.toString();
    text.setLength(0);
    end(name, held);
  }

  /** Text between elements, or in an element that should hold none. */
  private void flush() {
    if (text.length() > 0) {
      if (!text.toString().isBlank()) {
        found.add(Hidden.HIDDEN_TEXT);
      }
      text.setLength(0);
    }
  }

  @Override
  public final void characters(char[] from, int start, int length) {
    if (text.length() + length > LONGEST_CELL) {
      throw Xlsx.overlong();
    }
    text.append(from, start, length);
  }

  @Override
  public final void startPrefixMapping(String prefix, String uri) {
    known(prefix);
    known(uri);
  }

  /** SECURITY: a parser keeps each name for ever, so the number of names is limited. */
  private void known(String name) {
    if (names.add(name)) {
      if (names.size() > MOST_NAMES) {
        throw Xlsx.tooLarge();
      }
      if (!OfficeWords.plain(name)) {
        found.add(Hidden.MARKUP);
      }
    }
  }

  /** Remembers what a part lists, up to a limit. */
  static <K, V> void keep(Map<K, V> list, K key, V value) {
    if (list.putIfAbsent(key, value) == null && list.size() > MOST_LISTED) {
      throw Xlsx.tooLarge();
    }
  }

  static @Nullable String attribute(Attributes attributes, String name) {
    return attributes.getValue("", name);
  }

  static boolean yes(@Nullable String value) {
    return value != null && (value.strip().equals("1") || value.strip().equals("true"));
  }

  /** The id of a relation, in the namespace of either edition. */
  static @Nullable String relation(Attributes attributes) {
    for (int i = 0; i < attributes.getLength(); i++) {
      if (attributes.getLocalName(i).equals("id")
          && attributes.getURI(i).endsWith("/relationships")) {
        return attributes.getValue(i);
      }
    }
    return null;
  }
}
