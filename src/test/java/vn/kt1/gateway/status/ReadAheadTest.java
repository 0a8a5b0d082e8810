package vn.kt1.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.PostFile.Rows;
import vn.kt1.gateway.shipment.PostFile.Taker;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Unavailable;

class ReadAheadTest {

  /** Takes rows; a fault and a warning count by their rows too. */
  private static class Taken implements Taker<String> {
    final List<Integer> numbers = new ArrayList<>();

    @Override
    public void told(int row, String says) {
      numbers.add(row);
    }

    @Override
    public void fault(RowFault fault) {
      numbers.add(fault.row());
    }

    @Override
    public void warned(RowFault warning) {
      numbers.add(warning.row());
    }
  }

  private final Taken taken = new Taken();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 80_000})
  void every_row_comes_once_and_in_order(int rows) {
    read(taker -> tell(taker, rows));
    assertThat(taken.numbers).isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
  }

  @Test
  void what_stops_the_reading_stops_who_takes_it() {
    Rejected refusal = new Rejected(Fault.of(Code.MALFORMED, "", "csv"));
    assertThatThrownBy(
            () ->
                read(
                    taker -> {
                      tell(taker, 30_000);
                      throw refusal;
                    }))
        .isSameAs(refusal);
    assertThatThrownBy(
            () ->
                read(
                    taker -> {
                      throw new StackOverflowError();
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void a_reader_that_dies_of_what_nobody_has_heard_of_is_not_waited_for() {
    Throwable unheardOf = new Throwable("neither an error nor an exception");
    assertThatThrownBy(() -> read(taker -> sneak(unheardOf))).hasCause(unheardOf);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nobody_goes_on_reading_what_nobody_takes(boolean takenForAnotherFailure) {
    AtomicReference<Thread> reader = new AtomicReference<>();
    Rows<String> rows =
        taker -> {
          reader.set(Thread.currentThread());
          try {
            tell(taker, 1_000_000);
          } catch (RuntimeException e) {
            throw takenForAnotherFailure ? new IllegalStateException(e) : e;
          }
        };
    Taker<String> full =
        new Taken() {
          @Override
          public void told(int row, String says) {
            throw new Unavailable("the database", null);
          }
        };
    assertThatThrownBy(() -> new ReadAhead<>(rows).read(full)).isInstanceOf(Unavailable.class);
    await().until(() -> !reader.get().isAlive());
  }

  @Test
  void who_is_told_to_stop_leaves_the_file_for_later() {
    CountDownLatch never = new CountDownLatch(1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> read(taker -> endless(never))).isInstanceOf(Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void read(Rows<String> rows) {
    new ReadAhead<>(rows).read(taken);
  }

  /** Each seventh row is a fault, each eleventh a warning. */
  private static void tell(Taker<String> taker, int rows) {
    for (int row = 1; row <= rows; row++) {
      if (row % 7 == 0) {
        taker.fault(RowFault.of(row, Code.BAD_VALUE, "when"));
      } else if (row % 11 == 0) {
        taker.warned(RowFault.of(row, Code.BAD_VALUE, "when"));
      } else {
        taker.told(row, "");
      }
    }
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
}
