package vn.kt1.gateway.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Counts what comes in, by channel and outcome. SECURITY: never by secrecy, service, network,
 * reason, unit or partner, because a count must not reveal a degree.
 */
@Component
public class DoorMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(DoorMetrics.class);

  private final MeterRegistry meters;

  /** By channel and outcome; to look for a counter by its labels takes longer than to count. */
  private final Map<String, Counter> handOffs = new ConcurrentHashMap<>();

  private final Map<String, Counter> shipments = new ConcurrentHashMap<>();

  DoorMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /** {@code channel} is {@code rest}, {@code sftp} or {@code mail}. */
  public void taken(String channel, Receipt receipt) {
    handOff(channel, receipt.repeated() ? "repeated" : "taken");
    if (!receipt.repeated()) {
      receipt.shipments().forEach(line -> shipment(line.decision().outcome().name()));
    }
  }

  /** Counts a refusal and logs its code. The correlation id of the answer finds the log line. */
  public void refused(String channel, Rejected rejected) {
    LOG.info(
        "hand-off refused: channel {} code {} faults {}",
        channel,
        rejected.code().text(),
        rejected.faults().size());
    handOff(channel, rejected.code().text());
  }

  /** Neither taken nor refused: parked, or answered with 500. */
  public void failed(String channel) {
    handOff(channel, "failed");
  }

  /** Counts news from the post: rows of its files, and new events from its API. */
  public void news(PostFile.Result result) {
    events("applied", result.applied());
    events("duplicate", result.duplicates());
    events("unmapped", result.unmapped());
    events("rejected", result.rejected());
  }

  private void handOff(String channel, String outcome) {
    String both = channel + " " + outcome;
    handOffs
        .computeIfAbsent(
            both,
            fresh ->
                meters.counter("gateway.door.hand.offs", "channel", channel, "outcome", outcome))
        .increment();
  }

  private void shipment(String decision) {
    shipments
        .computeIfAbsent(
            decision, fresh -> meters.counter("gateway.door.shipments", "decision", decision))
        .increment();
  }

  private void events(String effect, int count) {
    meters.counter("gateway.door.events", "effect", effect).increment(count);
  }
}
