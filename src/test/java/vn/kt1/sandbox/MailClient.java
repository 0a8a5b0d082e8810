package vn.kt1.sandbox;

import jakarta.activation.DataHandler;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Mails hand-offs as a partner does, and looks into its mailbox, by real SMTP and IMAP. */
final class MailClient {

  private final int smtp;
  private final int imap;
  private final Credentials credentials;

  MailClient(Map<String, Object> endpoints, Credentials credentials) {
    this.smtp = URI.create((String) endpoints.get("smtp")).getPort();
    this.imap = URI.create((String) endpoints.get("imap")).getPort();
    this.credentials = credentials;
  }

  void handIn(String partner, String name, String csv) {
    Properties line = new Properties();
    line.setProperty("mail.smtp.host", "127.0.0.1");
    line.setProperty("mail.smtp.port", String.valueOf(smtp));
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(line));
      mail.setFrom(new InternetAddress(of(partner, "address")));
      mail.setRecipient(
          Message.RecipientType.TO,
          new InternetAddress(credentials.get("mail.handoff.address").orElseThrow()));
      mail.setSubject("-");
      mail.setContent(withFile(name, csv));
      Transport.send(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MimeMultipart withFile(String name, String csv) throws MessagingException {
    MimeBodyPart file = new MimeBodyPart();
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    file.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/csv")));
    file.setFileName(name);
    return new MimeMultipart(file);
  }

  /** The subjects in the partner's mailbox. */
  List<String> subjects(String partner) {
    try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
      store.connect("127.0.0.1", imap, of(partner, "user"), of(partner, "password"));
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        List<String> subjects = new ArrayList<>();
        for (Message mail : inbox.getMessages()) {
          subjects.add(mail.getSubject());
        }
        return subjects;
      }
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String of(String partner, String what) {
    return credentials.get("partner." + partner + ".mail." + what).orElseThrow();
  }
}
