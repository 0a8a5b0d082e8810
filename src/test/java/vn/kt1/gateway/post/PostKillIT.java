package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.shipment.Actor;

/**
 * A gateway is killed between the making of a file for the post and the mark that it was sent: the
 * next one carries the same bytes under the same name, and marks them once.
 */
class PostKillIT {

  /** What leaves for the post. */
  enum Leaving {
    ORDER_FILE,
    ORDER_FILE_AGAIN,
    CANCELLATION
  }

  private static final Duration LEASE = Duration.ofSeconds(60);

  private static Room room;

  /** Rows of evidence before the parcel is marked sent. */
  private int before;

  @BeforeAll
  static void enter() {
    room = new Room();
  }

  @AfterAll
  static void leave() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
  }

  @ParameterizedTest
  @EnumSource
  void killed_before_it_carries_nothing_is_lost_and_nothing_doubled(Leaving what) {
    Parcel dead = owed(what);
    room.clock.advance(LEASE.minusMillis(1));
    assertThat(claim()).as("until the lease has passed").isNull();
    room.clock.advance(Duration.ofMillis(1));

    Parcel next = claim();
    assertSame(next, dead);
    dispatch().sent(next);
    assertEnded(next);
  }

  @ParameterizedTest
  @EnumSource
  void killed_after_it_carried_the_same_goes_once_more_and_is_marked_once(Leaving what) {
    List<String> thePost = new ArrayList<>();
    Parcel dead = owed(what);
    thePost.add(dead.name() + " " + dead.sha256());
    room.clock.advance(LEASE);
    Parcel next = claim();
    thePost.add(next.name() + " " + next.sha256());
    dispatch().sent(next);

    assertThat(Set.copyOf(thePost)).as("one name, one content").hasSize(1);
    assertEnded(next);
  }

  @ParameterizedTest
  @EnumSource
  void one_that_was_stopped_for_longer_than_its_lease_changes_nothing_any_more(Leaving what) {
    Parcel slow = owed(what);
    room.clock.advance(LEASE);
    Parcel next = claim();
    dispatch().failed(slow, "dispatch-post", new IllegalStateException("its line was cut"));
    assertThat(claim()).as("the other one holds it").isNull();
    dispatch().sent(next);
    dispatch().sent(slow);
    dispatch().failed(slow, "dispatch-post", new IllegalStateException("its line was cut"));
    assertEnded(next);
  }

  private static void assertSame(Parcel next, Parcel dead) {
    assertThat(next.name()).isEqualTo(dead.name());
    assertThat(next.content()).isEqualTo(dead.content());
    assertThat(next.sha256()).isEqualTo(dead.sha256());
    assertThat(next.again()).isEqualTo(dead.again());
    assertThat(next.attempts()).isEqualTo(2);
    assertThat(new String(next.content(), StandardCharsets.UTF_8)).startsWith("order_id,");
  }

  private void assertEnded(Parcel parcel) {
    room.clock.advance(Duration.ofHours(1));
    room.get(Orders.class).make(room.clock.instant());
    room.get(CancellationFiles.class).make();
    assertThat(claim()).as("nothing is owed any more").isNull();
    assertThat(room.count("evidence") - before).as("marked once").isEqualTo(1);
    assertThat(
            room.count(
                "dispatch where dispatch_id = '" + parcel.id() + "' and sent_at is not null"))
        .isEqualTo(1);
    assertThat(room.count("event where raw_code = 'ORDERED'")).isEqualTo(1);
    assertThat(room.count("order_file where sent_at is not null")).isEqualTo(1);
    assertThat(room.count("parking")).isZero();
  }

  /** The claim of a gateway that will not live to carry it or to mark it sent. */
  private Parcel owed(Leaving what) {
    String shipment = room.classified("H24.16", "HP-1", 1).get(0);
    room.get(Orders.class).make(room.clock.instant());
    if (what != Leaving.ORDER_FILE) {
      room.send("post");
    }
    if (what == Leaving.ORDER_FILE_AGAIN) {
      String name = room.sql().sql("select name from order_file").query(String.class).single();
      room.get(Resends.class).ask(new Actor("operator", "10.0.0.1"), name, "Tệp hỏng");
    }
    if (what == Leaving.CANCELLATION) {
      room.get(Cancellations.class)
          .cancel(new Caller("op", Caller.Role.OPERATOR, Set.of(), null), shipment);
      room.get(CancellationFiles.class).make();
    }
    before = room.count("evidence");
    return claim();
  }

  private static Dispatch dispatch() {
    return room.get(Dispatch.class);
  }

  private static @Nullable Parcel claim() {
    return dispatch().claim("post");
  }
}
