package vn.kt1.gateway.mail;

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
public final class Letters {

  private Letters() {}

  /** From Hải Phòng's e-office, with these files by their names. */
  public static MimeMessage with(Map<String, String> files) throws MessagingException {
    return with(Mail.HAI_PHONG, "a text nobody reads", files);
  }

  public static MimeMessage with(String from, String words, Map<String, String> files)
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

  /** As mail programs write one with a logo in the signature. */
  static MimeMessage withLogo(String name, String content) throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setText("<img src='cid:logo@x'>", "UTF-8", "html");
    BodyPart logo = part("logo.png", "a picture nobody reads");
    logo.setHeader("Content-Type", "image/png; name=logo.png");
    logo.setHeader("Content-ID", "<logo@x>");
    return around(new MimeMultipart("related", words, logo), name, content);
  }

  /** With its text in two forms, as most mail programs write it. */
  static MimeMessage inTwoForms(String name, String content) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText("a text nobody reads", "UTF-8");
    MimeBodyPart page = new MimeBodyPart();
    page.setText("<p>a text nobody reads", "UTF-8", "html");
    return around(new MimeMultipart("alternative", plain, page), name, content);
  }

  private static MimeMessage around(MimeMultipart words, String name, String content)
      throws MessagingException {
    MimeBodyPart first = new MimeBodyPart();
    first.setContent(words);
    MimeMessage letter = Mail.letter(Mail.HAI_PHONG);
    letter.setContent(new MimeMultipart(first, part(name, content)));
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
