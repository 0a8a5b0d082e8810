package vn.kt1.gateway.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.post.PostSeal;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.tls.ServerCertificate;
import vn.kt1.gateway.tls.TlsFiles;

/** Logs once a day what expires soon, and measures how many days are left. */
@Component
public class ExpiryWatch {

  private static final Logger LOG = LoggerFactory.getLogger(ExpiryWatch.class);

  private record Owned(String kind, String owner) {}

  private final TlsFiles files;
  private final Directory directory;
  private final TokenTerms tokens;
  private final PostSeal seal;
  private final Clock clock;
  private final MultiGauge days;
  private final Map<String, LocalDate> told = new HashMap<>();

  ExpiryWatch(
      Environment environment,
      Directory directory,
      TokenTerms tokens,
      PostSeal seal,
      MeterRegistry meters,
      Clock clock) {
    this.files = TlsFiles.of(environment::getProperty);
    this.directory = directory;
    this.tokens = tokens;
    this.seal = seal;
    this.clock = clock;
    this.days =
        MultiGauge.builder("gateway.admin.expiry.days")
            .description("Days until the first of a kind ends")
            .register(meters);
  }

  /** May be called at any time and any number of times. */
  public synchronized void look() {
    Instant now = clock.instant();
    List<Expiry> all = new ArrayList<>(Expiries.of(files));
    all.addAll(Expiries.of(directory));
    seal.ends().stream().map(Expiry::of).forEach(all::add);
    // When a bad file has replaced a good one, the gateway still serves the good one; this tells
    // about it.
    ServerCertificate.faults(files, now).forEach(fault -> tell(fault, now));
    try {
      all.addAll(tokens.all());
    } finally {
      // Certificates are told about even if the database is away.
      all.forEach(each -> tell(each, now));
      measure(all);
    }
  }

  private void tell(Expiry expiry, Instant now) {
    Expiry.Alarm alarm = expiry.at(now);
    if (alarm != Expiry.Alarm.NONE) {
      String key = expiry.kind() + " " + expiry.owner() + " " + expiry.what() + " " + alarm;
      tell(alarm == Expiry.Alarm.NOW ? Level.ERROR : Level.WARN, key, expiry.told(now), now);
    }
  }

  private void tell(Fault fault, Instant now) {
    String line = "cannot be served by TLS: " + fault;
    tell(Level.WARN, line, line, now);
  }

  private void tell(Level level, String key, String line, Instant now) {
    LocalDate today = VietnamTime.day(now);
    if (!today.equals(told.put(key, today))) {
      LOG.atLevel(level).log(line);
    }
    told.values().removeIf(day -> day.isBefore(today));
  }

  /**
   * Computes the days when the meter is read, so that the number falls between two calls of look.
   */
  private void measure(List<Expiry> all) {
    Map<Owned, Expiry> first =
        all.stream()
            .collect(
                Collectors.toMap(
                    each -> new Owned(each.kind().label(), each.owner()),
                    each -> each,
                    (one, other) ->
                        Comparator.comparing(Expiry::to).compare(one, other) <= 0 ? one : other));
    days.register(
        first.entrySet().stream()
            .map(
                each ->
                    MultiGauge.Row.of(
                        Tags.of("kind", each.getKey().kind(), "owner", each.getKey().owner()),
                        each.getValue(),
                        (Expiry expiry) -> expiry.daysLeft(clock.instant())))
            .toList(),
        true);
  }
}
