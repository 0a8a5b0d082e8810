package vn.kt1.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.dispatch.Parked.Resolution;
import vn.kt1.gateway.evidence.EvidenceCheck;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Unavailable;

/** Parked work ends once, with its effect or not at all. */
class ParkedIT {

  private static final Actor CHIEF = new Actor("chief", "127.0.0.1");

  private static Room room;
  private static Parked parked;

  @BeforeAll
  static void enter() {
    room = new Room();
    parked = room.get(Parked.class);
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @Test
  void resolving_twice_is_once() {
    String id = park("a.csv");
    List<String> done = new ArrayList<>();
    for (int time = 0; time < 2; time++) {
      parked.resolve(id, Resolution.RETRIED, CHIEF, null, item -> done.add(item.reference()));
    }
    assertThat(done).containsExactly("a.csv");
    assertThat(parked.open()).isEmpty();
    assertThat(room.count("parking where resolution = 'RETRIED' and resolved_by = 'chief'"))
        .isEqualTo(1);
  }

  @Test
  void a_file_whose_name_tells_a_degree_is_found_by_it_and_not_shown() {
    Logger log = (Logger) LoggerFactory.getLogger(Parking.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    String id = park("KT1_A.csv");
    log.detachAppender(lines);
    assertThat(lines.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .singleElement()
        .asString()
        .contains("reference *")
        .doesNotContain("KT1_A");
    assertThat(parked.open()).extracting(ParkedItem::shownReference).containsExactly("*");
    List<String> done = new ArrayList<>();
    parked.resolve(id, Resolution.RETRIED, CHIEF, null, item -> done.add(item.reference()));
    assertThat(done).containsExactly("KT1_A.csv");
    assertThat(room.count("evidence where detail::text like '%KT1\\_A%'")).isZero();
  }

  @Test
  void an_effect_that_fails_leaves_everything_as_it_was() {
    String id = park("b.csv");
    int evidence = room.count("evidence");
    assertThatThrownBy(
            () ->
                parked.resolve(
                    id,
                    Resolution.GIVEN_UP,
                    CHIEF,
                    "why",
                    item -> {
                      throw new Unavailable("away", null);
                    }))
        .isInstanceOf(Unavailable.class);
    assertThat(parked.open()).extracting(ParkedItem::id).containsExactly(id);
    assertThat(room.count("evidence")).isEqualTo(evidence);
  }

  @Test
  void an_id_that_is_none_finds_nothing() {
    assertThat(parked.resolve("' or true", Resolution.RETRIED, CHIEF, null, item -> {})).isEmpty();
  }

  @Test
  void a_parked_notice_is_owed_again_and_names_its_shipment() {
    String shipment = room.classified("H24.16", "N", 1).get(0);
    Notices notices = room.get(Notices.class);
    notices.owe(
        new Notice(
            Notice.Kind.DELIVERED,
            "delivered " + shipment,
            shipment,
            Notice.Recipient.partner("hp-eoffice"),
            "text",
            null));
    Dispatch dispatch = room.get(Dispatch.class);
    Parcel owed = dispatch.claim("mail");
    dispatch.failed(
        owed, "dispatch-mail", new Undeliverable("no address", "look-at-the-address", null));
    assertThat(dispatch.claim("mail")).isNull();
    ParkedItem item = parked.open().get(0);
    assertThat(item.shipmentId()).isEqualTo(shipment);
    assertThat(item.nextStep()).isEqualTo("look-at-the-address");
    ParkedWork work = room.get(ParkedParcels.class);
    assertThat(work.knows(item.route())).isTrue();
    parked.resolve(
        item.id(),
        Resolution.RETRIED,
        CHIEF,
        null,
        found -> work.again(found.route(), found.reference()));
    assertThat(dispatch.claim("mail").id()).isEqualTo(item.reference());
  }

  @Test
  void the_parcel_of_a_parked_piece_of_work_is_found_by_its_key() {
    List<String> plan =
        new TransactionTemplate(room.get(PlatformTransactionManager.class))
            .execute(
                transaction -> {
                  room.get(JdbcClient.class).sql("set local enable_seqscan = off").update();
                  return room.get(JdbcClient.class)
                      .sql("explain select " + Parked.COLUMNS + " from parking p")
                      .query(String.class)
                      .list();
                });
    assertThat(plan).anyMatch(line -> line.contains("Index Cond: (dispatch_id ="));
  }

  @Test
  void evidence_that_was_changed_past_the_gateway_does_not_fit_its_digest() {
    park("c.csv");
    parked.resolve(parked.open().get(0).id(), Resolution.GIVEN_UP, CHIEF, "lý do", item -> {});
    EvidenceCheck check = room.get(EvidenceCheck.class);
    assertThat(check.newest(100).broken()).isEmpty();
    assertThat(check.newest(100).rows()).isPositive();
    var owner = room.database.owner();
    owner.sql("alter table evidence disable trigger user").update();
    owner
        .sql("update evidence set actor = 'nobody' where seq = (select max(seq) from evidence)")
        .update();
    assertThat(check.newest(1).broken()).hasSize(1);
    owner
        .sql("update evidence set actor = 'chief' where seq = (select max(seq) from evidence)")
        .update();
    owner.sql("alter table evidence enable trigger user").update();
    assertThat(check.newest(100).broken()).isEmpty();
  }

  private static String park(String file) {
    room.get(Parking.class).park("status", file, new IllegalStateException(), "look-at-the-file");
    return parked.open().stream()
        .filter(item -> item.reference().equals(file))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
