package vn.kt1.gateway.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile.Result;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.status.StatusRun.Effect;

class StatusRunTest {

  private static final Instant LATEST = Instant.parse("2026-11-30T03:05:00Z");

  private final List<TrackingEvent> applied = new ArrayList<>();
  private final List<Integer> batches = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12_499, 12_500, 12_501, 80_000})
  void every_event_is_applied_once_and_in_order_and_no_more_than_a_batch_waits(int rows) {
    StatusRun run = run(Effect.APPLIED);
    for (int row = 1; row <= rows; row++) {
      if (row % 7 == 0) {
        run.fault(RowFault.of(row, Code.BAD_VALUE, "when"));
      } else {
        run.told(row, List.of(event(row, LATEST), event(row, LATEST)));
      }
    }
    Result result = run.result();
    assertThat(result.rows()).isEqualTo(rows);
    assertThat(result.applied()).isEqualTo(rows - rows / 7);
    assertThat(result.rejected()).isEqualTo(rows / 7);
    assertThat(batches).allSatisfy(events -> assertThat(events).isLessThanOrEqualTo(25_001));
    assertThat(applied)
        .extracting(TrackingEvent::row)
        .isEqualTo(
            IntStream.rangeClosed(1, rows)
                .filter(row -> row % 7 != 0)
                .flatMap(row -> IntStream.of(row, row))
                .boxed()
                .toList());
  }

  @Test
  void a_row_that_tells_of_later_is_a_fault_whole() {
    StatusRun run = run(Effect.APPLIED);
    run.told(1, List.of(event(1, LATEST)));
    assertThat(run.ahead()).isFalse();
    run.told(2, List.of(event(2, Instant.EPOCH), event(2, LATEST.plusMillis(1))));
    run.told(3, List.of(event(3, Instant.parse("2062-01-01T00:00:00Z"))));
    Result result = run.result();
    assertThat(run.ahead()).isTrue();
    assertThat(applied).hasSize(1);
    assertThat(result.rejectedRows())
        .containsExactly(
            RowFault.of(2, Code.BAD_VALUE, "future", "EB300000018VN"),
            RowFault.of(3, Code.BAD_VALUE, "future", "EB300000018VN"));
  }

  @Test
  void a_row_counts_by_the_best_of_what_it_told() {
    List<Effect> effects = new ArrayList<>();
    StatusRun run = new StatusRun(LATEST, events -> effects);
    for (Effect effect : Effect.values()) {
      run.told(effect.ordinal(), List.of(event(1, LATEST), event(1, LATEST)));
      Collections.addAll(effects, Effect.DUPLICATE, effect);
    }
    run.told(9, List.of());
    Result result = run.result();
    assertThat(result.applied()).isOne();
    assertThat(result.unmapped()).isOne();
    assertThat(result.duplicates()).as("one that tells nothing among them").isEqualTo(2);
    assertThat(result.rejectedRows())
        .containsExactly(
            RowFault.of(3, Code.UNKNOWN_ITEM, "kept", "EB300000018VN"),
            RowFault.of(4, Code.UNKNOWN_ITEM, "earlier", "EB300000018VN"));
  }

  private StatusRun run(Effect each) {
    return new StatusRun(
        LATEST,
        events -> {
          applied.addAll(events);
          batches.add(events.size());
          return Collections.nCopies(events.size(), each);
        });
  }

  private static TrackingEvent event(int row, Instant at) {
    return new TrackingEvent(
        row, "myvnp", ItemCode.of("EB300000018VN"), "10", null, at, null, null, false);
  }
}
