package vn.kt1.gateway.incident;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.ledger.ShipmentView;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.VietnamTime;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** Answers whoever raises an incident, looks into the register, or answers for one. */
@Component
public class IncidentDesk {

  private static final Duration AHEAD = Duration.ofMinutes(5);
  private static final int LONGEST_ANSWER = 500;
  private static final String ID = "incidentId";

  private final JdbcClient jdbc;
  private final Shipments shipments;
  private final Directory directory;
  private final Incidents incidents;
  private final IncidentBook book;
  private final IncidentAnswer answers;
  private final Clock clock;

  IncidentDesk(
      JdbcClient jdbc,
      Shipments shipments,
      Directory directory,
      Incidents incidents,
      IncidentBook book,
      IncidentAnswer answers,
      Clock clock) {
    this.jdbc = jdbc;
    this.shipments = shipments;
    this.directory = directory;
    this.incidents = incidents;
    this.book = book;
    this.answers = answers;
    this.clock = clock;
  }

  static Raised.By by(Caller caller) {
    return switch (caller.role()) {
      case PARTNER, CLERK -> Raised.By.UNIT;
      case DEPARTMENT -> Raised.By.DEPARTMENT;
      default -> Raised.By.OPERATOR;
    };
  }

  static @Nullable String partner(Caller caller) {
    return caller.role() == Role.PARTNER ? caller.name() : null;
  }

  public HttpAnswer raise(Call call, String contentType) {
    Parameters.of(call).end();
    permit(call.caller(), Role.PARTNER, Role.CLERK);
    AskedBody body = AskedBody.of(contentType, call.body());
    IncidentKind kind = body.oneOf("kind", IncidentKind.class, "incident-kind");
    String shipmentId = body.text("shipmentId", 16);
    Instant at = body.neededTime("at");
    String note = body.words("note");
    boolean wrongdoing = Boolean.TRUE.equals(body.yes("wrongdoing"));
    if (at != null && at.isAfter(clock.instant().plus(AHEAD))) {
      body.fault(Fault.of(Code.BAD_VALUE, "/at", "ahead"));
    }
    if (shipmentId == null && note == null) {
      body.fault(Fault.of(Code.MISSING_FIELD, "/note", "incident-note"));
    }
    body.end();
    ShipmentView about = about(call, shipmentId);
    String unit = unit(call.caller(), about);
    String id =
        incidents.raise(
            call.actor(),
            new Raised(
                Objects.requireNonNull(kind),
                wrongdoing,
                about == null ? null : about.shipmentId(),
                null,
                null,
                province(call.caller(), about),
                unit,
                partner(call.caller()),
                by(call.caller()),
                Objects.requireNonNull(at).truncatedTo(ChronoUnit.MICROS),
                note));
    Incident kept = book.one(call.caller(), id).orElseThrow();
    return HttpAnswer.of(201, HttpAnswer.JSON, JsonText.of(answers.of(call.caller(), kept)));
  }

  /** SECURITY: about what the caller cannot see, nothing can be said. */
  private @Nullable ShipmentView about(Call call, @Nullable String shipmentId) {
    return shipmentId == null
        ? null
        : shipments.one(call.caller(), shipmentId).orElseThrow(Call::notFound);
  }

  /** The end of the shipment the caller stands at; without a shipment, its only unit. */
  private static @Nullable String unit(Caller caller, @Nullable ShipmentView about) {
    if (by(caller) != Raised.By.UNIT) {
      return null;
    }
    if (about == null) {
      return caller.units().size() == 1 ? caller.units().iterator().next() : null;
    }
    String recipient = about.recipient().code();
    return recipient != null && caller.units().contains(recipient) ? recipient : about.senderCode();
  }

  /** That of the sender, or of the caller; null where an operator names no shipment. */
  private @Nullable String province(Caller caller, @Nullable ShipmentView about) {
    if (about != null) {
      return jdbc.sql("select sender_province from shipment where shipment_id = ?")
          .param(about.shipmentId())
          .query(String.class)
          .single();
    }
    return caller.province() != null
        ? caller.province()
        : directory.provincesOf(caller.units(), VietnamTime.day(clock.instant())).stream()
            .findFirst()
            .orElse(null);
  }

  public HttpAnswer list(Call call) {
    IncidentQuery query = IncidentQuery.of(Parameters.of(call));
    List<Incident> found = book.page(call.caller(), query);
    return HttpAnswer.ok(
        new AnswerFields()
            .with(
                "items",
                found.stream()
                    .limit(query.limit())
                    .map(one -> answers.of(call.caller(), one))
                    .toList())
            .with("nextCursor", query.next(found))
            .done());
  }

  public HttpAnswer one(Call call) {
    Parameters.of(call).end();
    return book.one(call.caller(), call.id(ID))
        .map(one -> HttpAnswer.ok(answers.of(call.caller(), one)))
        .orElseThrow(Call::notFound);
  }

  public HttpAnswer take(Call call, String contentType) {
    Parameters.of(call).end();
    permit(call.caller());
    AskedBody.ofAny(contentType, call.body()).end();
    return incidents
        .take(call.caller(), call.actor(), call.id(ID))
        .map(one -> HttpAnswer.ok(answers.of(call.caller(), one)))
        .orElseThrow(Call::notFound);
  }

  public HttpAnswer answer(Call call, String contentType) {
    Parameters.of(call).end();
    permit(call.caller());
    AskedBody body = AskedBody.of(contentType, call.body());
    String answer = body.neededWords("answer", LONGEST_ANSWER);
    body.end();
    return incidents
        .answer(call.caller(), call.actor(), call.id(ID), answer)
        .map(one -> HttpAnswer.ok(answers.of(call.caller(), one)))
        .orElseThrow(Call::notFound);
  }

  /** SECURITY: those who watch over both ends, and these besides. */
  private static void permit(Caller caller, Role... others) {
    boolean may =
        switch (caller.role()) {
          case OPERATOR, POLICY_OFFICER, DEPARTMENT -> true;
          default -> List.of(others).contains(caller.role());
        };
    if (!may) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
    }
  }
}
