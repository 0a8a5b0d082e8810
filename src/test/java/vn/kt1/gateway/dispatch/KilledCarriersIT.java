package vn.kt1.gateway.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.news.StatusNewsFiles;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.post.CancellationFiles;
import vn.kt1.gateway.post.Cancellations;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Whoever makes or carries a parcel is killed at each step, for every kind of parcel: nothing is
 * lost, and nothing arrives as two. A killed maker is a transaction that is rolled back; a killed
 * carrier is a lease that runs out.
 */
class KilledCarriersIT {

  /** Where it is killed: before the commit of the maker, or behind a step of the route. */
  enum Killed {
    MAKING,
    CLAIMED,
    CARRIED,
    SENT
  }

  private static final Caller OFFICE =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16"), null);

  /** What makes one parcel of each kind, of what {@link #cause} leaves behind. */
  private static final Map<String, Runnable> MAKERS = new LinkedHashMap<>();

  static {
    MAKERS.put("ORDER_FILE", () -> room().get(Orders.class).make(room().clock.instant()));
    MAKERS.put("CANCELLATION", () -> room().get(CancellationFiles.class).make());
    MAKERS.put("STATUS_FILE", () -> room().get(StatusNewsFiles.class).make());
    for (Notice.Kind kind : Notice.Kind.values()) {
      MAKERS.put(kind.name(), () -> room().get(Notices.class).owe(notice(kind)));
    }
  }

  private static Room room;

  private final Map<String, String> arrived = new HashMap<>();

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  private static Room room() {
    return room;
  }

  private static Notice notice(Notice.Kind kind) {
    Notice.Recipient to = Notice.Recipient.partner("hp-eoffice");
    return new Notice(kind, "an occasion", "R-1", to, "words", null);
  }

  @Test
  void every_kind_of_parcel_is_killed_here() {
    assertThat(MAKERS.keySet()).containsExactlyInAnyOrderElementsOf(Kind.all().keySet());
  }

  private static Stream<Arguments> kills() {
    return Kind.all().values().stream()
        .flatMap(kind -> Stream.of(Killed.values()).map(killed -> Arguments.of(kind, killed)));
  }

  @ParameterizedTest
  @MethodSource("kills")
  void nothing_is_lost_and_nothing_doubled(Kind kind, Killed killed) {
    room.empty();
    cause(kind.name());
    int told = told();
    if (killed == Killed.MAKING) {
      diesMaking(kind.name());
    }
    make(kind.name());
    make(kind.name());
    carry(kind.line(), killed);
    room.clock.advance(Duration.ofMinutes(2));
    carry(kind.line(), Killed.MAKING);

    String ofKind = "dispatch where kind = '" + kind.name() + "'";
    assertThat(arrived).as("lost 0, doubled 0").hasSize(1);
    assertThat(room.count(ofKind)).isEqualTo(1);
    assertThat(room.count(ofKind + " and sent_at is not null and lease is null")).isEqualTo(1);
    assertThat(told()).as("told once that it was sent").isEqualTo(told + 1);
  }

  /** All that has to be before a parcel of that kind is made. */
  private static void cause(String kind) {
    if (Kind.all().get(kind).line().equals("mail")) {
      return;
    }
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    if (!kind.equals("ORDER_FILE")) {
      room.order();
    }
    if (kind.equals("CANCELLATION")) {
      room.get(Cancellations.class).cancel(OFFICE, shipment).orElseThrow();
    }
  }

  private static void make(String kind) {
    MAKERS.get(kind).run();
  }

  private static void diesMaking(String kind) {
    room.get(TransactionTemplate.class)
        .executeWithoutResult(
            dies -> {
              make(kind);
              assertThat(room.count("dispatch where kind = '" + kind + "'")).isEqualTo(1);
              dies.setRollbackOnly();
            });
    assertThat(room.count("dispatch where kind = '" + kind + "'")).isZero();
  }

  /** As the route does it, until nothing is due; the first time it is killed behind a step. */
  private void carry(String line, Killed killed) {
    Dispatch dispatch = room.get(Dispatch.class);
    boolean dies = true;
    for (Parcel parcel = dispatch.claim(line); parcel != null; parcel = dispatch.claim(line)) {
      boolean dead = dies && killed == Killed.CLAIMED;
      if (!dead) {
        arrive(parcel);
        dead = dies && killed == Killed.CARRIED;
      }
      if (!dead) {
        dispatch.sent(parcel);
      } else {
        dies = false;
        assertThat(dispatch.claim(line)).as("the lease still runs").isNull();
        room.clock.advance(Duration.ofMinutes(1));
      }
    }
  }

  /**
   * A file replaces one of its name, and a mailbox knows a mail by its id: both with the same
   * bytes.
   */
  private void arrive(Parcel parcel) {
    assertThat(Sha256.of(parcel.content())).isEqualTo(parcel.sha256());
    String as = parcel.folder().isEmpty() ? parcel.id() : parcel.recipient() + parcel.name();
    String before = arrived.put(as, parcel.sha256());
    assertThat(before == null || before.equals(parcel.sha256())).as("the same bytes").isTrue();
  }

  private static int told() {
    return room.count("evidence where act like '%-sent'");
  }
}
