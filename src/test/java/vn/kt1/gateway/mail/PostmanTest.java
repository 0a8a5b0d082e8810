package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Operators;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.dispatch.Undeliverable;
import vn.kt1.gateway.mail.MailServer.Security;
import vn.kt1.gateway.mail.MailSettings.SenderProof;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.testing.FreePort;

/** What a mail server's answers mean, over a socket. */
class PostmanTest {

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 no such user, true",
    "RCPT, 551 not local, true",
    "RCPT, 450 busy, false",
    "RCPT, 452 too many, false",
    "MAIL, 451 try later, false",
    "MAIL, 550 not you, false",
    "MAIL, 552 too large, true",
    "MAIL, 530 log in first, false",
    "DATA, 554 refused, true",
    "DATA, 421 closing, false",
    ".,    552 too large, true",
    ".,    451 try later, false",
  })
  void a_refusal_for_good_is_told_from_one_that_passes(String command, String answer, boolean good)
      throws IOException {
    try (Server server = new Server(command, answer)) {
      assertThatThrownBy(() -> postman(server.port()).carry(owed()))
          .isInstanceOf(good ? Undeliverable.class : Unavailable.class);
    }
  }

  @Test
  void a_mail_is_taken_where_nothing_is_refused() throws IOException {
    try (Server server = new Server("none", "")) {
      Parcel owed = owed();
      assertThatCode(() -> postman(server.port()).carry(owed)).doesNotThrowAnyException();
      assertThat(server.heard)
          .contains(
              "MAIL FROM:<gateway@kt1.example>",
              "RCPT TO:<p@office.example>",
              "Message-ID: <" + owed.id() + "@kt1.example>",
              "Auto-Submitted: auto-generated",
              "Date: Sun, 22 Nov 2026 09:00:00 +0700",
              "Subject: [KT1] RECEIPT HO-1")
          .noneMatch(line -> line.startsWith("Reply-To"));
    }
  }

  @Test
  void a_server_that_is_not_there_is_waited_for() throws IOException {
    // Kept for this test: a port that somebody has left may be another's a moment later.
    int port = FreePort.next();
    assertThatThrownBy(() -> postman(port).carry(owed())).isInstanceOf(Unavailable.class);
  }

  @Test
  void no_address_is_for_a_person() {
    assertThatThrownBy(() -> postman(1).carry(owedTo("DEPARTMENT x")))
        .isInstanceOf(Undeliverable.class);
  }

  private static Parcel owed() {
    return owedTo("PARTNER p");
  }

  private static Parcel owedTo(String recipient) {
    String content =
        """
        {"text": "Đã nhận", "attachment":
          {"name": "receipt.json", "mediaType": "application/json", "content": "e30="}}
        """;
    return new Parcel(
        UUID.randomUUID().toString(),
        UUID.randomUUID(),
        1,
        "RECEIPT",
        "",
        recipient,
        "[KT1] RECEIPT HO-1",
        "HO-1",
        content.getBytes(StandardCharsets.UTF_8),
        Sha256.of(content),
        false,
        false,
        Instant.parse("2026-11-22T02:00:00Z"));
  }

  private static Postman postman(int port) {
    MailServer smtp = new MailServer("127.0.0.1", port, Security.NONE, "", "", "INBOX");
    MailServer off = new MailServer("", 1, Security.TLS, "", "", "INBOX");
    MailSettings settings =
        new MailSettings(
            smtp,
            off,
            "gateway@kt1.example",
            DataSize.ofMegabytes(3),
            "",
            SenderProof.DKIM,
            Duration.ofSeconds(1));
    Partner.Mail mail = new Partner.Mail("p@office.example", false);
    Partner partner = new Partner("p", "p", Set.of(), false, false, mail);
    return new Postman(
        settings,
        new Directory(List.of(), List.of(), List.of(partner)),
        new Operators(""),
        Clock.systemUTC());
  }

  /** Speaks just enough SMTP, and answers one command as it was told. */
  private static final class Server implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final String command;
    private final String answer;

    Server(String command, String answer) throws IOException {
      this.command = command;
      this.answer = answer;
      Thread thread = new Thread(this::serve, "smtp");
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket caller = socket.accept()) {
          talk(caller);
        } catch (IOException gone) {
          // the next caller, or closed
        }
      }
    }

    private void talk(Socket caller) throws IOException {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
      PrintWriter out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.UTF_8);
      out.print("220 test\r\n");
      out.flush();
      boolean data = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        if (data && !line.equals(".")) {
          continue;
        }
        boolean refused = line.startsWith(command);
        data = line.startsWith("DATA") && !refused;
        out.print((refused ? answer : data ? "354 go on" : "250 ok") + "\r\n");
        out.flush();
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
