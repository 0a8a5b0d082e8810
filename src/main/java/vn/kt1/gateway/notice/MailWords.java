package vn.kt1.gateway.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import vn.kt1.gateway.shipment.Text;

/** The text of a mail, Vietnamese first and then English, and its file as JSON. */
public final class MailWords {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private MailWords() {}

  public static String of(Text text) {
    return text.vi() + "\n\n" + text.en() + "\n";
  }

  public static byte[] json(Object answer) {
    try {
      return MAPPER.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("an answer cannot be written as JSON", e);
    }
  }
}
