package vn.kt1.gateway.incident;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.ShipmentId;

/** Raises incidents, each once, tells whom the law wants told, and keeps who answers them. */
@Component
class Incidents {

  private final IncidentBook book;
  private final IncidentNotices notices;
  private final Directory directory;
  private final Evidence evidence;
  private final Clock clock;

  Incidents(
      IncidentBook book,
      IncidentNotices notices,
      Directory directory,
      Evidence evidence,
      Clock clock) {
    this.book = book;
    this.notices = notices;
    this.directory = directory;
    this.evidence = evidence;
    this.clock = clock;
  }

  /**
   * The same incident raised again has no second effect: its mails are owed with it.
   *
   * @return its id
   */
  @Transactional
  public String raise(Actor actor, Raised raised) {
    String id = ShipmentId.next().value();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Terms.Times times = book.times(raised.shipmentId());
    Instant claim = Terms.claimUntil(times.due(), times.accepted());
    if (!book.write(id, raised, now, claim, Terms.answerUntil(now, this::working))) {
      return book.same(raised);
    }
    notices.tell(id, raised);
    Map<String, Object> detail = new HashMap<>();
    detail.put("by", raised.by().name());
    if (raised.shipmentId() != null) {
      detail.put("shipmentId", raised.shipmentId());
    }
    evidence.record(actor, "incident-raised", id, null, detail);
    return id;
  }

  /** By the calendar of that year; where there is none, Monday to Friday. */
  private boolean working(LocalDate day) {
    return directory
        .terms()
        .calendar(day.getYear())
        .map(calendar -> calendar.works(day))
        .orElseGet(() -> weekday(day));
  }

  private static boolean weekday(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** Somebody deals with it. Who took it first keeps it. Empty when the caller may not see it. */
  @Transactional
  public Optional<Incident> take(Caller caller, Actor actor, String id) {
    return seen(caller, id)
        .map(
            incident -> {
              if (incident.state() == Incident.State.OPEN) {
                book.take(id, caller.role().name(), clock.instant());
                evidence.record(actor, "incident-taken", id, null, Map.of());
              }
              return book.locked(id).orElseThrow();
            });
  }

  /** The first answer stays. Empty when the caller may not see the incident. */
  @Transactional
  public Optional<Incident> answer(Caller caller, Actor actor, String id, String answer) {
    return seen(caller, id)
        .map(
            incident -> {
              if (incident.state() != Incident.State.ANSWERED) {
                book.answer(id, answer, caller.role().name(), clock.instant());
                evidence.record(actor, "incident-answered", id, null, Map.of());
              }
              return book.locked(id).orElseThrow();
            });
  }

  private Optional<Incident> seen(Caller caller, String id) {
    return book.one(caller, id).flatMap(one -> book.locked(id));
  }
}
