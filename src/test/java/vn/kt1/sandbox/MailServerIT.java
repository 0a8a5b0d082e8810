package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The boxes of the sandbox's mail server, across servers that are dropped without a goodbye. */
class MailServerIT {
  private static final String ADDRESS = "Office@a.example";

  @TempDir Path folder;
  private MailServer server;
  private final List<MailServer> all = new ArrayList<>();

  @AfterEach
  void stop() {
    all.forEach(MailServer::close);
  }

  /** A second server on the same folder: what the first kept in memory is not there for it. */
  private void begin() {
    server =
        new MailServer(folder, 0, 0, List.of(new MailServer.Login(ADDRESS, "office", "secret")));
    all.add(server.start());
  }

  @Test
  void a_mail_that_was_acknowledged_is_there_once_under_its_number_after_a_kill() throws Exception {
    begin();
    send("first", ADDRESS, false);
    send("second", "office@A.example", true);
    List<String> before = look(null, false);
    begin();
    assertThat(look(null, false)).isEqualTo(before).hasSize(2);
    send("third", ADDRESS, false);
    begin();
    assertThat(look(null, false)).hasSize(3).containsAll(before);
  }

  @Test
  void flags_and_deletions_outlive_a_kill_and_numbers_are_not_given_twice() throws Exception {
    begin();
    send("first", ADDRESS, false);
    List<String> first = look(Flag.SEEN, false);
    begin();
    assertThat(look(null, false)).singleElement().asString().endsWith("seen");
    look(Flag.DELETED, true);
    begin();
    assertThat(look(null, false)).isEmpty();
    send("second", ADDRESS, false);
    assertThat(look(null, false)).hasSize(1).doesNotContainAnyElementsOf(first);
  }

  @Test
  void a_notice_that_is_sent_again_is_one_mail() throws Exception {
    begin();
    MimeMessage notice = mail("notice", ADDRESS);
    notice.setHeader("Auto-Submitted", "auto-generated");
    notice.saveChanges();
    for (int i = 0; i < 3; i++) {
      begin();
      send(notice, false);
    }
    assertThat(look(null, false)).hasSize(1);
  }

  @Test
  void takes_no_mail_for_others_and_no_wrong_login() throws Exception {
    begin();
    assertThatThrownBy(() -> send("x", "nobody@a.example", false))
        .isInstanceOf(MessagingException.class);
    assertThatThrownBy(() -> connect("wrong")).isInstanceOf(MessagingException.class);
  }

  private void send(String subject, String to, boolean login) throws MessagingException {
    MimeMessage mail = mail(subject, to);
    mail.saveChanges();
    send(mail, login);
  }

  private static MimeMessage mail(String subject, String to) throws MessagingException {
    MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
    mail.setFrom(new InternetAddress("somebody@b.example"));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    mail.setSubject(subject);
    mail.setText(subject);
    return mail;
  }

  private void send(MimeMessage mail, boolean login) throws MessagingException {
    Properties line = new Properties();
    line.setProperty("mail.smtp.auth", String.valueOf(login));
    try (Transport transport = Session.getInstance(line).getTransport("smtp")) {
      transport.connect(
          "127.0.0.1", server.smtpPort(), login ? "office" : null, login ? "secret" : null);
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  private Store connect(String password) throws MessagingException {
    Store store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", server.imapPort(), "office", password);
    return store;
  }

  /** What is there, by validity, number and subject; then sets a flag on all of it. */
  private List<String> look(Flag flag, boolean expunge) throws MessagingException {
    try (Store store = connect("secret");
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_WRITE);
      List<String> found = new ArrayList<>();
      for (Message mail : inbox.getMessages()) {
        UIDFolder box = (UIDFolder) inbox;
        String seen = mail.isSet(Flag.SEEN) ? " seen" : "";
        found.add(box.getUIDValidity() + " " + box.getUID(mail) + " " + mail.getSubject() + seen);
      }
      if (flag != null) {
        inbox.setFlags(inbox.getMessages(), new Flags(flag), true);
      }
      if (expunge) {
        inbox.expunge();
      }
      return found;
    }
  }
}
