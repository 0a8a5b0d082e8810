package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.kt1.testing.AnEnvelope.named;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.post.PostAnswers;

/** The id of a hand-off, from intake to the post's answer, in the log and in evidence. */
class HandOffLogIT {

  private static Room room;
  private final Logger log = (Logger) LoggerFactory.getLogger(HandOffLog.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void listen() {
    room.empty();
    lines.start();
    log.addAppender(lines);
  }

  @AfterEach
  void listen_no_more() {
    log.detachAppender(lines);
    MDC.clear();
  }

  @Test
  void one_id_leads_from_the_hand_off_to_the_order_and_to_its_answer() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    MDC.put("correlationId", "of the receipt file");
    room.order();
    room.get(PostAnswers.class)
        .apply(Room.file("r1.csv", List.of(room.accepts(1, shipment, "RA473124829VN"))));

    String order = Orders.orderId(shipment);
    assertThat(said())
        .containsExactly(
            "taken over: partner hp-eoffice hand-off HP-1 shipments 1",
            "order kept: order " + order + " shipment " + shipment + " file " + file(),
            "orders sent: file " + file() + " orders 1",
            "order answered: order "
                + order
                + " shipment "
                + shipment
                + " result ACCEPTED file r1.csv");
    assertThat(lines.list)
        .allMatch(line -> Room.CORRELATION.equals(line.getMDCPropertyMap().get("correlationId")));
    assertThat(MDC.get("correlationId")).as("as it was").isEqualTo("of the receipt file");
  }

  @Test
  void a_receipt_file_whose_name_tells_a_degree_is_not_named() {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    room.order();
    PostAnswers answers = room.get(PostAnswers.class);
    answers.apply(Room.file("KT1_A.csv", List.of(room.accepts(1, shipment, "RA473124829VN"))));
    room.clock.advance(Duration.ofHours(1));
    answers.apply(Room.file("KT1_A-2.csv", List.of(room.accepts(1, shipment, "RA473124815VN"))));
    assertThat(said()).filteredOn(line -> line.contains("result ACCEPTED file *")).hasSize(2);
    assertThat(said()).noneMatch(line -> line.contains("KT1_A"));
    assertThat(room.count("evidence where act = 'item-code-corrected'")).isOne();
    assertThat(room.count("evidence where detail::text like '%KT1\\_A%'")).isZero();
    assertThat(room.count("outbox where key like '%KT1\\_A%'")).isZero();
  }

  @Test
  void evidence_names_it_too() {
    room.classified("H24.16", "HP-EVIDENT", 2);
    room.order();
    assertThat(detail("HP-EVIDENT")).contains("\"correlationId\":\"" + Room.CORRELATION + "\"");
    String list = "\"correlationIds\":[\"" + Room.CORRELATION + "\"]";
    assertThat(
            room.sql()
                .sql("select detail from evidence where subject = ? order by seq desc limit 2")
                .param(file())
                .query(String.class)
                .list())
        .hasSize(2)
        .allMatch(detail -> detail.contains(list));
  }

  @Test
  void what_is_not_committed_is_not_told() {
    room.classified("H24.16", "HP-1", 1);
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            open -> {
              room.get(Orders.class).make(room.clock.instant());
              open.setRollbackOnly();
            });
    assertThat(said()).noneMatch(line -> line.startsWith("order kept"));
  }

  @Test
  void a_hand_off_known_already_keeps_its_first_id_and_is_not_taken_again() {
    var handOff = room.handOff("hp-eoffice", "H24.16", "HP-1", named("1").classified().sealed());
    room.register(handOff);
    room.register(handOff);
    assertThat(said()).hasSize(1);
  }

  @Test
  void nobody_else_can_choose_the_id() {
    assertThatThrownBy(() -> room.sql().sql("update hand_off set correlation_id = 'x'").update())
        .hasStackTraceContaining("permission denied");
    room.classified("H24.16", "HP-1", 1);
    assertThatThrownBy(
            () ->
                room.database
                    .owner()
                    .sql("update hand_off set correlation_id = 'a' || chr(10) || 'b'")
                    .update())
        .hasStackTraceContaining("violates check constraint");
  }

  private List<String> said() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static String file() {
    return room.sql().sql("select name from order_file").query(String.class).single();
  }

  private static String detail(String subject) {
    return room.sql()
        .sql("select detail from evidence where subject = ?")
        .param(subject)
        .query(String.class)
        .single();
  }
}
