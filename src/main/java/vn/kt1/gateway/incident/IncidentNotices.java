package vn.kt1.gateway.incident;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Province;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.notice.MailWords;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.Notice.Kind;
import vn.kt1.gateway.notice.Notice.Recipient;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.shipment.Text;
import vn.kt1.gateway.shipment.VietnamTime;

/**
 * Tells of an incident whoever must know at once. SECURITY: every mail has the same words, whatever
 * the kind: which incident, which shipment, when; the rest is read by login.
 */
@Component
class IncidentNotices {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

  private record Ends(String sender, @Nullable String recipient) {}

  private final JdbcClient jdbc;
  private final Directory directory;
  private final Notices notices;
  private final Clock clock;

  IncidentNotices(JdbcClient jdbc, Directory directory, Notices notices, Clock clock) {
    this.jdbc = jdbc;
    this.directory = directory;
    this.notices = notices;
    this.clock = clock;
  }

  /** In the transaction of the incident. */
  void tell(String incidentId, Raised raised) {
    Ends ends = ends(raised.shipmentId()).orElse(null);
    Set<Recipient> told = new LinkedHashSet<>();
    if (raised.toldAtOnce()) {
      authorities(raised, ends, told);
    }
    if (ends != null) {
      units(raised, ends, told);
    }
    told.forEach(recipient -> notices.owe(notice(incidentId, raised, recipient)));
  }

  private void authorities(Raised raised, @Nullable Ends ends, Set<Recipient> told) {
    Set<String> provinces = new LinkedHashSet<>();
    if (raised.province() != null) {
      provinces.add(raised.province());
    } else {
      directory.provinces().stream().map(Province::id).sorted().forEach(provinces::add);
    }
    if (ends != null && ends.recipient() != null) {
      directory
          .unit(ends.recipient(), today())
          .map(Unit::province)
          .filter(directory::hasProvince)
          .ifPresent(provinces::add);
    }
    for (String province : provinces) {
      told.add(Recipient.department(province));
      if (directory.policeMail(province).isPresent()) {
        told.add(Recipient.police(province));
      }
    }
  }

  private void units(Raised raised, Ends ends, Set<Recipient> told) {
    if (toOwnHead(raised) && ends.recipient() != null) {
      reachable(ends.recipient(), told);
    } else if (raised.confirmationId() != null) {
      reachable(ends.sender(), told);
    }
  }

  /** What was lost, opened, swapped or damaged, however it was said. */
  private static boolean toOwnHead(Raised raised) {
    return switch (raised.kind()) {
      case LOSS, DAMAGE, SECRECY_BREACH -> true;
      default -> false;
    };
  }

  /** A unit that no mailbox is known of sees the incident when it logs in. */
  private void reachable(String unit, Set<Recipient> told) {
    if (directory.unitMail(unit, today()).isPresent()) {
      told.add(Recipient.unit(unit));
    }
  }

  /** Told to the operators once, when nobody has answered in time. */
  void tellLate(String incidentId) {
    notices.owe(
        new Notice(
            Kind.SLA,
            "incident " + incidentId,
            incidentId,
            Recipient.operators(),
            MailWords.of(Text.of("mail.incident.late", incidentId)),
            null));
  }

  private Notice notice(String incidentId, Raised raised, Recipient recipient) {
    String words =
        MailWords.of(
            Text.of(
                "mail.incident",
                incidentId,
                Objects.requireNonNullElse(raised.shipmentId(), "-"),
                shown(raised.at())));
    return new Notice(Kind.INCIDENT, "incident " + incidentId, incidentId, recipient, words, null);
  }

  private Optional<Ends> ends(@Nullable String shipmentId) {
    return jdbc.sql(
            "select sender_code as sender, recipient_code as recipient from shipment"
                + " where shipment_id = ?")
        .param(shipmentId)
        .query(Ends.class)
        .optional();
  }

  private LocalDate today() {
    return VietnamTime.day(clock.instant());
  }

  private static String shown(Instant time) {
    return TIME.format(time.atOffset(VietnamTime.OFFSET));
  }
}
