package vn.kt1.gateway.shipment;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A sentence for people, in both languages of the house: Vietnamese first, English second. */
public record Text(String vi, String en) {

  private static final ResourceBundle VI = bundle(Locale.forLanguageTag("vi"));
  private static final ResourceBundle EN = bundle(Locale.ENGLISH);

  /** Sentences without arguments, each made once; there are no more than the bundles have keys. */
  private static final Map<String, Text> FIXED = new ConcurrentHashMap<>();

  /** The sentence of that key in {@code messages_vi} and {@code messages_en}. */
  public static Text of(String key, Object... arguments) {
    return arguments.length == 0
        ? FIXED.computeIfAbsent(key, Text::formatted)
        : formatted(key, arguments);
  }

  private static Text formatted(String key, Object... arguments) {
    return new Text(
        format(VI, key, in(Text::vi, arguments)), format(EN, key, in(Text::en, arguments)));
  }

  /** A sentence within a sentence is told in the same language. */
  private static Object[] in(Function<Text, String> language, Object... arguments) {
    return Arrays.stream(arguments)
        .map(argument -> argument instanceof Text text ? language.apply(text) : argument)
        .toArray();
  }

  public String in(Locale locale) {
    return locale.getLanguage().equals("en") ? en : vi;
  }

  private static String format(ResourceBundle bundle, String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
