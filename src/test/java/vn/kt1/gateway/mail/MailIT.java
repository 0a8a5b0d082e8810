package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.csv;
import static vn.kt1.testing.HandOffs.json;
import static vn.kt1.testing.Mail.HAI_PHONG;
import static vn.kt1.testing.Mail.HAND_OFF;

import jakarta.mail.Flags.Flag;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.Mail;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/** Hand-offs by mail and what comes back, over real SMTP and IMAP. */
@ExtendWith(OutputCaptureExtension.class)
class MailIT {
  private static final String STRANGER = "stranger@elsewhere.example";

  private static final String MANY =
      "select count(*) from dispatch where reference like 'many-%' and sent_at is not null";

  @RegisterExtension static final SharedGateway SHARED = SharedGateway.usual();

  private static Site site;
  private static Mail mail;
  private static Gateway gateway;

  @BeforeAll
  static void start() throws Exception {
    site = SHARED.site();
    mail = SHARED.mail();
    gateway = SHARED.gateway();
  }

  @Test
  void answers_a_mailed_file_with_a_receipt_and_flags_it_seen() throws Exception {
    MimeMessage letter = Letters.with(Map.of("M-1.csv", csv("", 2).replace(",-", ",M-1-")));
    mail.send(letter);
    Mail.Found receipt = mail.await(HAI_PHONG, "[KT1] RECEIPT M-1");
    assertThat(receipt.file()).isEqualTo("receipt.json");
    assertThat(receipt.json().fieldNames())
        .toIterable()
        .containsExactly("handOffId", "receivedAt", "shipments");
    assertThat(receipt.json().path("shipments")).hasSize(2);
    MimeMessage raw = (MimeMessage) receipt.mail();
    String notice =
        site.sql("select dispatch_id from dispatch where kind = 'RECEIPT' and reference = 'M-1'")
            .get(0);
    assertThat(raw.getMessageID()).isEqualTo("<" + notice + "@kt1.example>");
    assertThat(raw.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(raw.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
    assertThat(raw.getHeader("In-Reply-To")).containsExactly(letter.getMessageID());
    assertThat(raw.getHeader("References")).containsExactly(letter.getMessageID());
    assertThat(raw.getHeader("Reply-To")).isNull();
    assertThat(raw.getFrom()).containsExactly(new InternetAddress("gateway@kt1.example"));
    mail.awaitLookedAt();
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id = 'M-1'")).hasSize(1);
  }

  @Test
  void reads_a_json_file_under_a_name_that_was_encoded_twice_over() throws Exception {
    MimeMessage letter = Letters.with(Map.of("=?UTF-8?B?TS0yLmpzb24=?=", json("M-2", 1)));
    mail.send(letter);
    assertThat(mail.await(HAI_PHONG, "[KT1] RECEIPT M-2").json().path("shipments")).hasSize(1);
  }

  @Test
  void gives_the_first_receipt_again_for_the_same_hand_off_in_a_second_mail() throws Exception {
    String content = csv("M-3", 1);
    mail.send(Letters.with(Map.of("M-3.csv", content)));
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-3");
    mail.send(Letters.with(Map.of("again.csv", content)));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> mail.count(HAI_PHONG, "[KT1] RECEIPT M-3") == 2);
    List<Mail.Found> both = mail.box(HAI_PHONG, "[KT1] RECEIPT M-3");
    assertThat(both.get(0).content()).isEqualTo(both.get(1).content());
    assertThat(site.sql("select 1 from hand_off where hand_off_id = 'M-3'")).hasSize(1);
  }

  /** As after a kill between the commit and the flag. */
  @Test
  void answers_once_a_mail_that_is_read_again() throws Exception {
    mail.send(Letters.with(Map.of("M-4.csv", csv("M-4", 1))));
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-4");
    mail.awaitLookedAt();
    mail.flagAll(Flag.SEEN, false);
    mail.awaitLookedAt();
    String after = "[KT1] RECEIPT M-4-after";
    mail.send(Letters.with(Map.of("after.csv", csv("M-4-after", 1))));
    mail.await(HAI_PHONG, after);
    assertThat(mail.box(HAI_PHONG, "[KT1] RECEIPT M-4"))
        .extracting(Mail.Found::subject)
        .containsExactlyInAnyOrder("[KT1] RECEIPT M-4", after);
  }

  @Test
  void a_stranger_gets_no_answer_and_is_not_named(CapturedOutput output) throws Exception {
    int before = mail.count(HAI_PHONG);
    mail.send(Letters.with(STRANGER, "x", Map.of("S-1.csv", csv("S-1", 1))));
    MimeMessage reply = Letters.with(Map.of("S-2.csv", csv("S-2", 1)));
    reply.setHeader("Auto-Submitted", "auto-replied");
    mail.send(reply);
    MimeMessage two = Letters.with(Map.of("S-3.csv", csv("S-3", 1)));
    two.addFrom(InternetAddress.parse(STRANGER));
    mail.send(two);
    MimeMessage other = Letters.with(STRANGER, "x", Map.of("S-4.csv", csv("S-4", 1)));
    other.setHeader("From", "\"" + HAI_PHONG + "\" <" + STRANGER + ">");
    other.setReplyTo(InternetAddress.parse(HAI_PHONG));
    mail.send(other);
    mail.awaitLookedAt();
    mail.send(Letters.with(Map.of("S-end.csv", csv("S-end", 1))));
    mail.await(HAI_PHONG, "[KT1] RECEIPT S-end");
    assertThat(mail.count(HAI_PHONG)).isEqualTo(before + 1);
    assertThat(mail.count(STRANGER)).isZero();
    assertThat(site.sql("select 1 from hand_off where hand_off_id ~ '^S-[0-9]'")).isEmpty();
    assertThat(output.getAll()).contains("a mail of a stranger is left unread");
    assertThat(output.getAll()).doesNotContain(STRANGER, HAI_PHONG);
  }

  /** Which parts those are: MailPartsTest. */
  @Test
  void a_mail_with_a_logo_is_taken_and_deleted_and_one_in_two_forms_stays() throws Exception {
    int before = mail.count(HAND_OFF);
    mail.send(Letters.withLogo("L-1.csv", csv("L-1", 1)));
    mail.await(HAI_PHONG, "[KT1] RECEIPT L-1");
    mail.awaitLookedAt();
    assertThat(mail.count(HAND_OFF)).isEqualTo(before);
    mail.send(Letters.inTwoForms("L-2.csv", csv("L-2", 1)));
    mail.await(HAI_PHONG, "[KT1] RECEIPT L-2");
    mail.awaitLookedAt();
    assertThat(mail.count(HAND_OFF)).isEqualTo(before + 1);
  }

  /** What else betrays a machine: AutomaticMailTest. */
  @Test
  void nobody_answers_an_answer_to_ours_or_a_program_and_its_hand_off_is_taken() throws Exception {
    mail.send(Letters.with(Map.of("A-1.csv", csv("A-1", 1))));
    MimeMessage ours = (MimeMessage) mail.await(HAI_PHONG, "[KT1] RECEIPT A-1").mail();
    int before = mail.count(HAI_PHONG);
    MimeMessage answer = Letters.with(Map.of("receipt.json", "{}"));
    answer.setHeader("In-Reply-To", ours.getMessageID());
    mail.send(answer);
    MimeMessage program = Letters.with(Map.of("A-2.csv", csv("A-2", 1)));
    program.setHeader("Auto-Submitted", "auto-generated");
    mail.send(program);
    MimeMessage wrong = Letters.with(Map.of("A-3.csv", "x", "A-4.csv", "y"));
    wrong.setHeader("Auto-Submitted", "auto-generated");
    mail.send(wrong);
    MimeMessage mended = Letters.with(Map.of("A-5.csv", csv("A-5", 1)));
    mended.setHeader("References", "<1@office.example> " + ours.getMessageID());
    mail.send(mended);
    mail.await(HAI_PHONG, "[KT1] RECEIPT A-5");
    mail.await("operators@kt1.example", "[KT1] INCIDENT MAIL-hp-eoffice-");
    mail.awaitLookedAt();
    assertThat(mail.count(HAI_PHONG)).isEqualTo(before + 1);
    assertThat(site.sql("select hand_off_id from hand_off where hand_off_id like 'A-%' order by 1"))
        .containsExactly("A-1", "A-2", "A-5");
  }

  @Test
  void headers_of_the_sender_steer_nothing() throws Exception {
    MimeMessage letter = Letters.with(Map.of("M-5.csv", csv("", 1).replace(",-", ",M-5-")));
    Map.of(
            "delete", "true",
            "moveTo", "Elsewhere",
            "copyTo", "Elsewhere",
            "CamelFileName", "other.csv",
            "CamelMailDelete", "true",
            "CamelBeanMethodName", "stop",
            "Reply-To", STRANGER,
            "Sender", STRANGER)
        .forEach((name, value) -> header(letter, name, value));
    mail.send(letter);
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-5");
    String id = letter.getMessageID();
    assertThat(mail.awaitLookedAt())
        .extracting(found -> ((MimeMessage) found.mail()).getMessageID())
        .contains(id);
    assertThat(mail.count(STRANGER)).isZero();
  }

  private static void header(MimeMessage letter, String name, String value) {
    try {
      letter.setHeader(name, value);
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_mail_waits_unseen_while_the_database_is_away(CapturedOutput output) throws Exception {
    site.stopDatabase();
    mail.send(Letters.with(Map.of("M-6.csv", csv("M-6", 1))));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> output.getAll().contains("not now, tried again: route hand-off-by-mail"));
    assertThat(mail.unseen()).isPositive();
    site.startDatabase();
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-6");
    mail.awaitLookedAt();
  }

  @Test
  void goes_on_when_the_mailbox_comes_back(CapturedOutput output) throws Exception {
    mail.imap().refuse();
    mail.send(Letters.with(Map.of("M-7.csv", csv("M-7", 1))));
    await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> output.getAll().contains("polls fail and are tried again"));
    mail.imap().heal();
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-7");
    assertThat(output.getAll()).doesNotContain(HAND_OFF, "at jakarta.mail", "at org.eclipse.angus");
  }

  @Test
  void a_notice_waits_while_the_mail_server_is_away_and_leaves_once() throws Exception {
    mail.smtp().refuse();
    mail.send(Letters.with(Map.of("M-8.csv", csv("M-8", 1))));
    mail.awaitLookedAt();
    assertThat(
            site.sql("select sent_at from dispatch where kind = 'RECEIPT' and reference = 'M-8'"))
        .containsExactly((String) null);
    mail.smtp().heal();
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-8");
    assertThat(mail.count(HAI_PHONG, "[KT1] RECEIPT M-8")).isEqualTo(1);
  }

  @Test
  void many_notices_leave_without_waiting_a_tick_each() throws Exception {
    CamelContext camel = gateway.bean(CamelContext.class);
    Notices notices = gateway.bean(Notices.class);
    camel.getRouteController().suspendRoute("dispatch-mail");
    for (int i = 0; i < 20; i++) {
      notices.owe(to(Notice.Recipient.department("hai-phong"), "many-" + i));
    }
    Ticks ticks = new Ticks();
    ticks.start();
    camel.getManagementStrategy().addEventNotifier(ticks);
    camel.getRouteController().resumeRoute("dispatch-mail");
    await().atMost(Duration.ofSeconds(60)).until(() -> site.sql(MANY).equals(List.of("20")));
    camel.getManagementStrategy().removeEventNotifier(ticks);
    assertThat(ticks.count).hasPositiveValue().hasValueLessThan(20);
    assertThat(mail.count("department@hai-phong.example")).isEqualTo(20);
  }

  /** How often the route has begun. */
  private static final class Ticks extends SimpleEventNotifierSupport {
    private final AtomicInteger count = new AtomicInteger();

    Ticks() {
      setIgnoreExchangeEvents(false);
      setIgnoreExchangeCreatedEvent(false);
    }

    @Override
    public void notify(CamelEvent event) {
      if (event instanceof CamelEvent.ExchangeCreatedEvent begun
          && "dispatch-mail".equals(begun.getExchange().getFromRouteId())) {
        count.incrementAndGet();
      }
    }
  }

  @Test
  void a_notice_without_an_address_is_parked_and_holds_up_nobody() {
    Notices notices = gateway.bean(Notices.class);
    notices.owe(to(Notice.Recipient.partner("nobody-here"), "no-address"));
    notices.owe(to(Notice.Recipient.partner("hp-eoffice"), "behind-it"));
    mail.await(HAI_PHONG, "[KT1] INCIDENT behind-it");
    assertThat(
            site.sql(
                "select p.next_step from parking p join dispatch d"
                    + " on d.dispatch_id::text = p.reference where d.reference = 'no-address'"))
        .containsExactly("check-the-address");
  }

  private static Notice to(Notice.Recipient whom, String reference) {
    return new Notice(Notice.Kind.INCIDENT, reference, reference, whom, "x", null);
  }

  @Test
  void what_we_cannot_do_is_parked_and_flagged_until_somebody_says_again() throws Exception {
    asOwner(
        """
        create function broken() returns trigger language plpgsql as
          'begin raise exception ''broken''; end';
        create trigger broken before insert on hand_off for each row
          when (new.hand_off_id = 'M-9') execute function broken();
        """);
    mail.send(Letters.with(Map.of("M-9.csv", csv("M-9", 1))));
    await().atMost(Duration.ofSeconds(20)).until(() -> parked().size() == 1);
    mail.awaitLookedAt();
    assertThat(mail.count(HAI_PHONG, "[KT1] RECEIPT M-9")).isZero();
    asOwner("drop trigger broken on hand_off");
    assertThat(gateway.bean(MailBoxes.class).again(parked().get(0))).isTrue();
    mail.await(HAI_PHONG, "[KT1] RECEIPT M-9");
    assertThat(gateway.bean(MailBoxes.class).again("1-999999")).isFalse();
  }

  private static void asOwner(String change) throws Exception {
    Map<String, String> environment = site.environment();
    try (Connection owner =
            DriverManager.getConnection(
                environment.get("GATEWAY_DB_URL"),
                "kt1_owner",
                environment.get("GATEWAY_DB_OWNER_PASSWORD"));
        Statement statement = owner.createStatement()) {
      statement.execute(change);
    }
  }

  private static List<String> parked() {
    return site.sql("select reference from parking where route = 'hand-off-by-mail'");
  }
}
