package vn.kt1.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.StatusFile.Rows;
import vn.kt1.gateway.shipment.StatusFile.Taker;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.shipment.Unavailable;

class StatusReadingTest {

  private static final TrackingEvent EVENT =
      new TrackingEvent(
          1, "myvnp", ItemCode.of("EB300000018VN"), "10", null, Instant.EPOCH, null, null, false);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 24_999, 25_000, 25_001, 80_000})
  void every_row_comes_once_and_in_order(int rows) {
    List<Integer> numbers = new ArrayList<>();
    int faults = 0;
    try (StatusReading reading = reading(taker -> tell(taker, rows))) {
      for (StatusBatch batch = reading.next(); batch != null; batch = reading.next()) {
        batch.rows().forEach(row -> numbers.add(row.number()));
        faults += batch.faults().size();
        assertThat(batch.events()).hasSize(2 * batch.rows().size());
        assertThat(batch.rows().size() + batch.faults().size()).isLessThanOrEqualTo(25_000);
      }
    }
    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, rows).filter(row -> row % 7 != 0).boxed().toList());
    assertThat(faults).isEqualTo(rows / 7);
  }

  @Test
  void what_stops_the_reading_stops_who_applies_it() {
    Rejected refusal = new Rejected(Fault.of(Code.MALFORMED, "", "csv"));
    Rows broken =
        taker -> {
          tell(taker, 30_000);
          throw refusal;
        };
    try (StatusReading reading = reading(broken)) {
      assertThat(reading.next()).isNotNull();
      assertThatThrownBy(() -> drain(reading)).isSameAs(refusal);
    }
    try (StatusReading reading =
        reading(
            taker -> {
              throw new StackOverflowError();
            })) {
      assertThatThrownBy(reading::next).isInstanceOf(StackOverflowError.class);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobody_goes_on_reading_what_nobody_applies(boolean takenForAnotherFailure) {
    AtomicReference<Thread> reader = new AtomicReference<>();
    try (StatusReading reading =
        reading(
            taker -> {
              reader.set(Thread.currentThread());
              try {
                tell(taker, 1_000_000);
              } catch (RuntimeException e) {
                throw takenForAnotherFailure ? new IllegalStateException(e) : e;
              }
            })) {
      assertThat(reading.next()).isNotNull();
    }
    await().until(() -> !reader.get().isAlive());
  }

  @Test
  void who_is_told_to_stop_leaves_the_file_for_later() {
    CountDownLatch never = new CountDownLatch(1);
    try (StatusReading reading = reading(taker -> endless(never))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(reading::next).isInstanceOf(Unavailable.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void a_reader_that_dies_without_a_word_is_not_waited_for() {
    Throwable unheardOf = new Throwable("neither an error nor an exception");
    try (StatusReading reading = reading(taker -> sneak(unheardOf))) {
      assertThatThrownBy(reading::next).isInstanceOf(Unavailable.class);
    }
  }

  private static StatusReading reading(Rows rows) {
    return new StatusReading(rows, Instant.EPOCH);
  }

  @Test
  void a_row_that_tells_of_later_is_a_fault_whole() {
    Instant latest = Instant.parse("2026-11-30T03:05:00Z");
    Rows rows =
        taker -> {
          taker.told(1, List.of(at(latest)));
          taker.told(2, List.of(at(Instant.EPOCH), at(latest.plusMillis(1))));
          taker.told(3, List.of(at(Instant.parse("2062-01-01T00:00:00Z"))));
        };
    try (StatusReading reading = new StatusReading(rows, latest)) {
      StatusBatch batch = reading.next();
      assertThat(batch.rows()).extracting(StatusBatch.Row::number).containsExactly(1);
      assertThat(batch.events()).hasSize(1);
      assertThat(batch.faults())
          .containsExactly(
              RowFault.of(2, Fault.Code.BAD_VALUE, "future", "EB300000018VN"),
              RowFault.of(3, Fault.Code.BAD_VALUE, "future", "EB300000018VN"));
      assertThat(batch.ahead()).isTrue();
    }
  }

  private static TrackingEvent at(Instant at) {
    return new TrackingEvent(1, "myvnp", EVENT.itemCode(), "10", null, at, null, null, false);
  }

  private static void endless(CountDownLatch never) {
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void sneak(Throwable failure) throws T {
    throw (T) failure;
  }

  private static void drain(StatusReading reading) {
    for (StatusBatch batch = reading.next(); batch != null; batch = reading.next()) {
      assertThat(batch.rows()).isNotEmpty();
    }
  }

  /** Each seventh row is a fault; each other tells two things. */
  private static void tell(Taker taker, int rows) {
    for (int row = 1; row <= rows; row++) {
      if (row % 7 == 0) {
        taker.fault(RowFault.of(row, Code.BAD_VALUE, "time"));
      } else {
        taker.told(row, List.of(EVENT, EVENT));
      }
    }
  }
}
