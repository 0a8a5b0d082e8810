package vn.kt1.gateway.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.LastContact;
import vn.kt1.gateway.server.ServerSettings;

/**
 * Judges the last contact with each outside system: reached lately, failing, silent, or not known.
 */
@Component
class ContactHealth {

  private final List<LastContact.Source> sources;
  private final Duration silence;
  private final Clock clock;

  ContactHealth(List<LastContact.Source> sources, ServerSettings settings, Clock clock) {
    this.sources = sources;
    this.silence = settings.silence();
    this.clock = clock;
  }

  Optional<LastContact> find(String name) {
    return sources.stream()
        .flatMap(source -> source.pulses().stream())
        .filter(pulse -> pulse.name().equals(name))
        .findFirst();
  }

  boolean configured(String name) {
    return find(name).filter(LastContact::configured).isPresent();
  }

  Health one(String name) {
    return find(name).map(this::judge).orElseGet(ContactHealth::untried);
  }

  /** The worst state of these contacts; one that is not configured does not count. */
  Health all(String... names) {
    Health.Builder all = Health.unknown();
    Status worst = Status.UNKNOWN;
    for (String name : names) {
      Health one = one(name);
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("status", one.getStatus().getCode());
      shown.putAll(one.getDetails());
      all.withDetail(name, shown);
      worst = worse(worst, one.getStatus());
    }
    return all.status(worst).build();
  }

  private static Status worse(Status one, Status other) {
    if (one.equals(Status.DOWN) || other.equals(Status.DOWN)) {
      return Status.DOWN;
    }
    return one.equals(Status.UP) ? one : other;
  }

  private static Health unknown() {
    return Health.unknown().withDetail("cause", "not configured").build();
  }

  private static Health untried() {
    return Health.unknown().withDetail("cause", "not tried yet").build();
  }

  private Health judge(LastContact pulse) {
    if (!pulse.configured()) {
      return unknown();
    }
    if (pulse.unheard()) {
      return untried();
    }
    Health.Builder health = bad(pulse) ? Health.down() : Health.up();
    Map<String, Object> details = lastSuccess(pulse.lastSuccess(), clock.instant());
    health.withDetails(details);
    if (pulse.failing() && pulse.failure() != null) {
      health.withDetail("cause", pulse.failure());
    } else if (bad(pulse)) {
      health.withDetail("cause", "silent");
    }
    return health.build();
  }

  /**
   * A contact with a schedule is bad after five missed tries and the silence allowed. For any
   * other, the last try decides.
   */
  private boolean bad(LastContact pulse) {
    Instant success = pulse.lastSuccess();
    if (pulse.every() == null) {
      return pulse.failing();
    }
    Duration limit = pulse.every().multipliedBy(5).plus(silence);
    return success == null || success.plus(limit).isBefore(clock.instant());
  }

  static Map<String, Object> lastSuccess(@Nullable Instant at, Instant now) {
    Map<String, Object> details = new LinkedHashMap<>();
    Long age = Ages.seconds(at, now);
    String shown = Ages.show(at);
    if (age != null && shown != null) {
      details.put("ageSeconds", age);
      details.put("lastSuccess", shown);
    }
    return details;
  }
}
