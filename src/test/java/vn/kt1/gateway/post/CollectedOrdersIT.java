package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.testing.AnEnvelope;

/** Orders wait two minutes for one another here, and three fill a file. */
class CollectedOrdersIT {

  private static Room room;

  @BeforeAll
  static void enter() {
    room = new Room(Duration.ofMinutes(2));
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
  void those_of_two_minutes_leave_in_one_file() {
    List<String> all = new ArrayList<>(room.classified("H24.16", "HP-1", 1));
    room.clock.advance(Duration.ofSeconds(100));
    all.addAll(room.classified("H24.16", "HP-2", 1));
    assertThat(keep()).isEmpty();
    room.clock.advance(Duration.ofSeconds(20));
    assertThat(keep()).isEqualTo(all);
    assertThat(keep()).isEmpty();
  }

  @Test
  void a_full_file_leaves_at_once_and_the_rest_waits() {
    List<String> four = room.classified("H24.16", "HP-1", 4);
    assertThat(keep()).isEqualTo(four.subList(0, 3));
    assertThat(keep()).isEmpty();
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(keep()).isEqualTo(four.subList(3, 4));
  }

  @Test
  void one_that_hurries_takes_those_of_its_province_along_and_leaves_others_waiting() {
    String waiting = room.classified("H24.16", "HP-1", 1).get(0);
    String other = room.classified("H48.16", "QN-1", 1).get(0);
    String express = express("HP-2");
    assertThat(keep()).containsExactly(waiting, express);
    assertThat(keep()).isEmpty();
    room.clock.advance(Duration.ofMinutes(2));
    assertThat(keep()).containsExactly(other);
  }

  @Test
  void one_that_hurries_leaves_before_the_backlog_of_another_province() {
    List<String> backlog = room.classified("H48.16", "QN-1", 7);
    String express = express("HP-1");
    assertThat(keep()).containsExactly(express);
    assertThat(keep()).isEqualTo(backlog.subList(0, 3));
  }

  @Test
  void one_look_makes_several_files_that_leave_now() {
    room.classified("H24.16", "HP-1", 7);
    room.classified("H48.16", "QN-1", 3);
    room.get(DueOrders.class).make();
    assertThat(room.count("order_file where province = 'hai-phong'")).isEqualTo(2);
    assertThat(room.count("order_file where province = 'quang-ngai'")).isEqualTo(1);
    assertThat(room.count("outbox")).isEqualTo(1);
  }

  @Test
  void what_comes_during_a_look_waits_for_the_next() {
    Instant look = room.clock.instant();
    room.clock.advance(Duration.ofMillis(5));
    String late = express("HP-1");
    assertThat(room.get(Orders.class).make(look)).isFalse();
    assertThat(keep()).containsExactly(late);
  }

  @Test
  void the_database_knows_what_hurries() {
    for (Urgency urgency : Urgency.values()) {
      assertThat(room.sql().sql("select hurries(?)").param(urgency.name()).query(Boolean.class))
          .extracting(JdbcClient.MappedQuerySpec::single)
          .as(urgency.name())
          .isEqualTo(urgency.hurries());
    }
  }

  private static String express(String id) {
    Envelope envelope =
        AnEnvelope.named("E-1").to("G06.11").classified().urgency(Urgency.EXPRESS).sealed();
    return room.register(room.handOff("hp-eoffice", "H24.16", id, envelope))
        .shipments()
        .get(0)
        .shipmentId();
  }

  @Test
  void what_a_gateway_held_that_died_over_it_leaves_at_once_with_the_next_look() {
    List<String> owed = room.classified("H24.16", "HP-1", 3);
    new TransactionTemplate(room.get(PlatformTransactionManager.class))
        .executeWithoutResult(
            dying -> {
              assertThat(keep()).isEqualTo(owed);
              dying.setRollbackOnly();
            });
    assertThat(keep()).isEqualTo(owed);
  }

  /** The shipments of the file that is made now, in the order they stand in it. */
  private static List<String> keep() {
    int before = room.count("order_file");
    room.get(Orders.class).make(room.clock.instant());
    return room.count("order_file") == before
        ? List.of()
        : room.sql()
            .sql(
                """
                select o.shipment_id from post_order o join shipment s using (shipment_id)
                where file_name = (select max(name) from order_file where kept_at = :now)
                order by s.hand_off_key, s.position
                """)
            .param("now", Timestamp.from(room.clock.instant()))
            .query(String.class)
            .list();
  }
}
