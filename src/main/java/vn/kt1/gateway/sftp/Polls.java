package vn.kt1.gateway.sftp;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.apache.camel.spi.RouteIdAware;
import org.apache.camel.support.ScheduledPollConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.logbook.LastContact;

/**
 * Remembers when each folder and mailbox was last read. Logs once when reading begins to fail and
 * once when it works again.
 */
@Component("polls")
public class Polls implements PollingConsumerPollStrategy, LastContact.Source {

  private static final Logger LOG = LoggerFactory.getLogger(Polls.class);

  private final Map<String, LastContact> routes = new ConcurrentHashMap<>();
  private final MeterRegistry meters;
  private final Clock clock;
  private final HostKeys hostKeys;

  Polls(MeterRegistry meters, Clock clock, HostKeys hostKeys) {
    this.meters = meters;
    this.clock = clock;
    this.hostKeys = hostKeys;
  }

  public Optional<LastContact> of(String route) {
    return Optional.ofNullable(routes.get(route));
  }

  @Override
  public List<LastContact> pulses() {
    return List.copyOf(routes.values());
  }

  @Override
  public boolean begin(Consumer consumer, Endpoint endpoint) {
    return true;
  }

  @Override
  public void commit(Consumer consumer, Endpoint endpoint, int files) {
    String route = route(consumer);
    LastContact before = routes.get(route);
    if (before != null && before.failing()) {
      LOG.info("polls succeed again: route {}", route);
    }
    beat(consumer, clock.instant(), before == null ? null : before.lastFailure(), null);
  }

  @Override
  public boolean rollback(Consumer consumer, Endpoint endpoint, int attempts, Exception failure) {
    String route = route(consumer);
    LastContact before = routes.get(route);
    Cause cause = Cause.of(failure);
    meters.counter("gateway.door.poll.failures", "route", route).increment();
    if (before == null || !before.failing()) {
      LOG.warn("polls fail and are tried again: route {} cause {}", route, cause.line(route));
    }
    beat(
        consumer,
        before == null ? null : before.lastSuccess(),
        clock.instant(),
        cause.words(route));
    hostKeys.failed(endpoint, failure);
    return false;
  }

  private void beat(
      Consumer consumer,
      @Nullable Instant success,
      @Nullable Instant failure,
      @Nullable String cause) {
    String route = route(consumer);
    Duration every =
        consumer instanceof ScheduledPollConsumer polling
            ? Duration.of(polling.getDelay(), polling.getTimeUnit().toChronoUnit())
            : null;
    routes.put(route, new LastContact(route, true, every, success, failure, cause));
  }

  private static String route(Consumer consumer) {
    return consumer instanceof RouteIdAware aware ? aware.getRouteId() : "unknown";
  }
}
