package vn.kt1.gateway.watch;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.ledger.Today;
import vn.kt1.gateway.ledger.Today.Counts;
import vn.kt1.gateway.report.Deadline;

/**
 * {@code gateway}: the counts of the day in one answer, whether they balance, and which routes rest
 * by wish.
 */
@Component
@Endpoint(id = "gateway")
class GatewayEndpoint {

  private final Today today;
  private final List<Deadline.Source> reports;
  private final RouteWishes wishes;
  private final Clock clock;

  GatewayEndpoint(Today today, List<Deadline.Source> reports, RouteWishes wishes, Clock clock) {
    this.today = today;
    this.reports = reports;
    this.wishes = wishes;
    this.clock = clock;
  }

  @ReadOperation
  Map<String, @Nullable Object> show() {
    Counts counts = today.counts();
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("resting", wishes.resting().keySet().stream().sorted().toList());
    shown.put("today", day(counts));
    shown.put("backlog", counts.backlog());
    Long oldest = Ages.seconds(counts.oldest(), clock.instant());
    shown.put("oldestWaitingSeconds", oldest == null ? 0 : oldest);
    shown.put("parked", counts.parked());
    shown.put("nextReport", nextReport());
    shown.put("balanced", counts.balanced());
    return shown;
  }

  private static Map<String, Long> day(Counts counts) {
    Map<String, Long> day = new LinkedHashMap<>();
    day.put("handOffs", counts.handOffs());
    day.put("taken", counts.taken());
    day.put("routed", counts.routed());
    day.put("held", counts.held());
    day.put("refused", counts.refused());
    day.put("ordered", counts.ordered());
    day.put("acknowledged", counts.acknowledged());
    day.put("waiting", counts.waiting());
    day.put("events", counts.events());
    return day;
  }

  /** The report that is due first; a mailed one only when no other is left. */
  private @Nullable Map<String, Object> nextReport() {
    return reports.stream()
        .flatMap(source -> source.deadlines().stream())
        .min(
            Comparator.comparing(Deadline::done)
                .thenComparing(Deadline::dueBefore)
                .thenComparing(Deadline::province))
        .map(GatewayEndpoint::show)
        .orElse(null);
  }

  private static Map<String, Object> show(Deadline deadline) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("province", deadline.province());
    shown.put("dueBefore", deadline.dueBefore().toString());
    shown.put("state", deadline.state());
    return shown;
  }
}
