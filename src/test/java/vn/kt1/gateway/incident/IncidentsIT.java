package vn.kt1.gateway.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.incident.Confirmation.Result;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.ShipmentView;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.ledger.ShipmentsMoved;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.testing.ConfigFolder;
import vn.kt1.testing.Database;

/** Whom an incident reaches, once, also where the police of one province have an address. */
class IncidentsIT {

  private static final Caller OPERATOR = new Caller("op", Role.OPERATOR, Set.of(), null);
  private static final Actor ACTOR = new Actor("op", null);

  @TempDir private static Path folder;
  private static Room room;

  private String shipment = "";

  @BeforeAll
  static void enter() throws IOException {
    ConfigFolder config = ConfigFolder.in(folder);
    config.append(ConfigFolder.HAI_PHONG, "policeMail: cong-an@province.example");
    room = new Room(config.path(), Database.fresh());
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void send() {
    room.empty();
    room.clock.set(Room.MORNING);
    shipment = room.classified("H24.16", "HP-1", 1).get(0);
  }

  @Test
  void the_police_hear_of_a_loss_at_once_where_they_have_an_address() {
    raise(IncidentKind.LOSS, false);
    assertThat(told()).containsOnlyOnce("POLICE hai-phong").contains("DEPARTMENT hai-phong");
    assertThat(told()).doesNotContain("POLICE quang-ngai");
  }

  @Test
  void the_police_hear_of_wrongdoing_whatever_its_kind_and_of_nothing_else() {
    raise(IncidentKind.LATE, false);
    assertThat(told()).isEmpty();
    raise(IncidentKind.LATE, true);
    assertThat(told()).contains("POLICE hai-phong", "DEPARTMENT hai-phong");
  }

  @Test
  void a_loss_somebody_has_reported_and_the_post_then_tells_is_one() {
    raise(IncidentKind.LOSS, false);
    List<String> before = told();
    lost();
    assertThat(room.count("incident")).isEqualTo(1);
    assertThat(told()).isEqualTo(before);
  }

  @Test
  void a_loss_told_again_after_its_answer_is_a_new_one() {
    lost();
    lost();
    assertThat(room.count("incident")).isEqualTo(1);
    String first = room.sql().sql("select incident_id from incident").query(String.class).single();
    room.get(Incidents.class).answer(OPERATOR, ACTOR, first, "found");
    room.sql().sql("update shipment set state_since = state_since + interval '1 day'").update();
    lost();
    assertThat(room.count("incident")).isEqualTo(2);
  }

  @Test
  void who_does_not_answer_in_time_is_told_to_the_operators_once() {
    raise(IncidentKind.DAMAGE, false);
    room.get(IncidentWatch.class).remind();
    assertThat(late()).isZero();
    room.clock.set("2027-01-10T09:00:00+07:00");
    room.get(IncidentWatch.class).remind();
    room.get(IncidentWatch.class).remind();
    assertThat(late()).isEqualTo(1);
  }

  @Test
  void two_who_confirm_at_the_same_time_say_it_once() throws Exception {
    ShipmentView seen = room.get(Shipments.class).one(OPERATOR, shipment).orElseThrow();
    Confirmation opened = new Confirmation(Result.PROBLEM, Finding.OPENED, at(), null);
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      List<Future<Confirmations.Kept>> answers =
          both.invokeAll(List.of(() -> confirm(seen, opened), () -> confirm(seen, opened)));
      assertThat(answers.get(0).get()).isEqualTo(answers.get(1).get());
    } finally {
      both.shutdownNow();
    }
    assertThat(room.count("confirmation")).isEqualTo(1);
    assertThat(room.count("incident")).isEqualTo(1);
    assertThat(told())
        .containsOnlyOnce("POLICE hai-phong")
        .containsOnlyOnce("DEPARTMENT hai-phong");
  }

  private Confirmations.Kept confirm(ShipmentView seen, Confirmation said) {
    return room.get(Confirmations.class).confirm(OPERATOR, ACTOR, seen, said);
  }

  private void raise(IncidentKind kind, boolean wrongdoing) {
    room.get(Incidents.class)
        .raise(
            ACTOR,
            new Raised(
                kind,
                wrongdoing,
                shipment,
                null,
                null,
                "hai-phong",
                null,
                null,
                Raised.By.OPERATOR,
                at(),
                null));
  }

  private void lost() {
    room.get(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                room.get(IncidentWatch.class)
                    .moved(new ShipmentsMoved(Map.of(shipment, ShipmentState.LOST))));
  }

  private static Instant at() {
    return room.clock.instant();
  }

  private static List<String> told() {
    return room.sql()
        .sql("select recipient from dispatch where kind = 'INCIDENT' order by recipient")
        .query(String.class)
        .list();
  }

  private static int late() {
    return room.count("dispatch where kind = 'SLA' and recipient = 'OPERATORS operators'");
  }
}
