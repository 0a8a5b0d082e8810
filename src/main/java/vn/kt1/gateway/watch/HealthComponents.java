package vn.kt1.gateway.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.evidence.EvidenceCheck;
import vn.kt1.gateway.ledger.Today;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.report.Deadline;
import vn.kt1.gateway.server.ServerSettings;
import vn.kt1.gateway.shipment.VietnamTime;

/** The components of health (CONTRACT, 6); {@code db} is in {@link ReadyHealth}. */
@Configuration(proxyBeanMethods = false)
class HealthComponents {

  @Bean
  HealthIndicator postSftpHealthIndicator(ContactHealth beats) {
    return () -> beats.all("receipts", "status");
  }

  @Bean
  HealthIndicator trackingApiHealthIndicator(ContactHealth beats) {
    return () -> beats.one("tracking");
  }

  @Bean
  HealthIndicator mailHealthIndicator(ContactHealth beats) {
    return () -> beats.all("smtp", "imap");
  }

  @Bean
  HealthIndicator outboxHealthIndicator(Watch watch, ServerSettings settings, Clock clock) {
    return quiet(
        () -> {
          Today.Owed owed = watch.owed();
          Instant now = clock.instant();
          Instant oldest = owed.oldest();
          boolean late = oldest != null && oldest.plus(settings.longestOwed()).isBefore(now);
          Health.Builder health = late ? Health.down() : Health.up();
          Long age = Ages.seconds(oldest, now);
          return health
              .withDetail("count", owed.backlog())
              .withDetail("oldestSeconds", age == null ? 0 : age)
              .build();
        });
  }

  @Bean
  HealthIndicator evidenceHealthIndicator(Watch watch) {
    return quiet(
        () -> {
          EvidenceCheck.Found found = watch.evidence();
          return (found.broken().isEmpty() ? Health.up() : Health.down())
              .withDetail("rows", found.rows())
              .withDetail("broken", found.broken())
              .build();
        });
  }

  @Bean
  HealthIndicator reportDeadlineHealthIndicator(List<Deadline.Source> reports, Clock clock) {
    return quiet(
        () -> reports.isEmpty() ? notConfigured() : due(deadlines(reports), clock.instant()));
  }

  private static List<Deadline> deadlines(List<Deadline.Source> reports) {
    return reports.stream().flatMap(source -> source.deadlines().stream()).toList();
  }

  private static Health due(List<Deadline> deadlines, Instant now) {
    LocalDate today = VietnamTime.day(now);
    List<Deadline> open = deadlines.stream().filter(each -> !each.done()).toList();
    boolean late = open.stream().anyMatch(each -> each.late() || !today.isBefore(each.dueBefore()));
    Health.Builder health = late ? Health.down() : Health.up();
    open.forEach(
        each ->
            health.withDetail(
                each.province(),
                Map.of("dueBefore", each.dueBefore().toString(), "state", each.state())));
    return health.build();
  }

  private static Health notConfigured() {
    return Health.unknown().withDetail("cause", "not configured").build();
  }

  /** One entry per partner and per feed, each with the age of its last success. */
  @Bean
  CompositeHealthContributor silenceHealthContributor(
      Directory directory,
      ContactHealth beats,
      Watch watch,
      HealthIndicator readinessStateHealthIndicator,
      Clock clock) {
    Map<String, HealthContributor> entries = new LinkedHashMap<>();
    entries.put("rest", readinessStateHealthIndicator);
    for (Partner partner : directory.partners()) {
      entries.put(partner.id(), quiet(() -> partner(partner, beats, watch, clock)));
    }
    for (String feed : List.of("receipts", "status")) {
      entries.put(feed, (HealthIndicator) () -> beats.one(feed));
    }
    if (beats.configured("tracking")) {
      entries.put("tracking", (HealthIndicator) () -> beats.one("tracking"));
    }
    if (beats.configured("imap")) {
      entries.put("mail", (HealthIndicator) () -> beats.one("imap"));
    }
    return CompositeHealthContributor.fromMap(entries);
  }

  private static Health partner(Partner partner, ContactHealth beats, Watch watch, Clock clock) {
    Health polled = partner.sftp() ? beats.one("hand-off-by-sftp-" + partner.id()) : notPolled();
    Instant taken = watch.lastTaken(partner.id());
    Health.Builder health = Health.status(polled.getStatus()).withDetails(polled.getDetails());
    if (taken != null) {
      health.withDetail("lastHandOff", ContactHealth.lastSuccess(taken, clock.instant()));
    }
    return health.build();
  }

  private static Health notPolled() {
    return Health.unknown().build();
  }

  /** Gives the reason in our words; a message of an exception is never shown. */
  static HealthIndicator quiet(Supplier<Health> indicator) {
    return () -> {
      try {
        return indicator.get();
      } catch (RuntimeException e) {
        return Health.down().withDetail("cause", Cause.of(e).words("")).build();
      }
    };
  }
}
