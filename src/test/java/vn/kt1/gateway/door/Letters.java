package vn.kt1.gateway.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.Map;
import vn.kt1.testing.Mail;

/** Mails as partners and others write them (SYNTHETIC). */
final class Letters {

  private Letters() {}

  /** From Hải Phòng's e-office, with these files by their names. */
  static MimeMessage with(Map<String, String> files) throws MessagingException {
    return with(Mail.HAI_PHONG, "a text nobody reads", files);
  }

  static MimeMessage with(String from, String words, Map<String, String> files)
      throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(words, "UTF-8");
    MimeMultipart parts = new MimeMultipart(text);
    for (Map.Entry<String, String> file : files.entrySet()) {
      parts.addBodyPart(part(file.getKey(), file.getValue()));
    }
    MimeMessage letter = Mail.letter(from);
    letter.setContent(parts);
    return letter;
  }

  private static BodyPart part(String name, String content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(
            new ByteArrayDataSource(content.getBytes(UTF_8), "application/octet-stream")));
    part.setFileName(name);
    return part;
  }
}
