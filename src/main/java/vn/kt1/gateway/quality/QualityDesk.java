package vn.kt1.gateway.quality;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.quality.QualityStatement.Channel;
import vn.kt1.gateway.quality.QualityStatement.Said;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** The calls for the monthly confirmation. */
@Component
public class QualityDesk {

  private static final String MONTH = "20[0-9]{2}-(0[1-9]|1[0-2])";

  /** More rows than that are agreed to by {@code all}. */
  private static final int MOST_ROWS = 10_000;

  private static final int SHIPMENT_ID = 16;

  private enum As {
    JSON,
    PDF,
    XLSX
  }

  private final QualityMonths months;
  private final QualityAnswers answers;
  private final QualityPage page = new QualityPage();

  QualityDesk(QualityMonths months, QualityAnswers answers) {
    this.months = months;
    this.answers = answers;
  }

  /** How far the units have confirmed a month. */
  public HttpAnswer list(Call call) {
    Caller caller = call.caller();
    Parameters parameters = Parameters.of(call);
    String written = parameters.named("month", MONTH);
    parameters.end();
    YearMonth month = month(written);
    return HttpAnswer.ok(
        QualityJson.list(month, months.confirmed(caller, month), unit -> months.name(unit, month)));
  }

  /** The page for two signatures. */
  public HttpAnswer month(Call call) {
    Parameters parameters = Parameters.of(call);
    As as = parameters.read("as", QualityDesk::as);
    QualityMonth month = asked(call, parameters);
    return switch (as == null ? As.JSON : as) {
      case JSON -> HttpAnswer.of(200, HttpAnswer.JSON, QualityJson.of(month));
      case PDF -> HttpAnswer.of(200, "application/pdf", page.print(month));
      case XLSX -> HttpAnswer.of(200, QualityWorkbook.MEDIA_TYPE, QualityWorkbook.of(month));
    };
  }

  private static As as(String text) {
    return switch (text) {
      case "json" -> As.JSON;
      case "pdf" -> As.PDF;
      case "xlsx" -> As.XLSX;
      default -> throw new IllegalArgumentException("another form");
    };
  }

  /** Takes what the unit says of its rows, and shows how far the month is confirmed then. */
  public HttpAnswer answer(Call call, String contentType) {
    Parameters parameters = Parameters.of(call);
    QualityMonth month = asked(call, parameters);
    // SECURITY: only the unit's side signs for it.
    if (call.caller().role() != Role.PARTNER && call.caller().role() != Role.CLERK) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
    }
    AskedBody body = AskedBody.of(contentType, call.body());
    answers.take(call.caller(), call.actor(), statement(body, month.unit().code(), month.month()));
    return HttpAnswer.ok(
        QualityJson.head(
            months
                .of(call.caller(), month.unit().code(), month.month())
                .orElseThrow(Call::notFound)));
  }

  private QualityMonth asked(Call call, Parameters parameters) {
    String named = parameters.read("unit", UnitCode::normalise);
    parameters.end();
    YearMonth month = month(call.path().get("month"));
    return months.of(call.caller(), unit(call.caller(), named), month).orElseThrow(Call::notFound);
  }

  /** A caller of one unit need not name it. */
  private static String unit(Caller caller, @Nullable String named) {
    if (named == null && caller.units().size() != 1) {
      throw new Rejected(Fault.of(Code.BAD_PARAMETER, "/unit", "unit"));
    }
    return Optional.ofNullable(named).orElseGet(() -> caller.units().iterator().next());
  }

  private static YearMonth month(@Nullable String written) {
    if (written == null || !written.matches(MONTH)) {
      throw new Rejected(Fault.of(Code.BAD_PARAMETER, "/month", "month"));
    }
    return YearMonth.parse(written);
  }

  private static QualityStatement statement(AskedBody body, String unit, YearMonth month) {
    List<Said> said = new ArrayList<>();
    for (AskedBody row : body.list("rows", MOST_ROWS)) {
      String pointer = "/rows/" + said.size() + "/shipmentId";
      String shipment = row.needed("shipmentId", SHIPMENT_ID);
      said.add(new Said(pointer, null, shipment, row.neededYes("agreed"), row.words("reason")));
    }
    boolean all = Boolean.TRUE.equals(body.yes("all"));
    body.end();
    if (said.isEmpty() && !all) {
      throw new Rejected(Fault.of(Code.MISSING_FIELD, "/rows"));
    }
    return new QualityStatement(unit, month, Channel.LOGIN, said, all);
  }
}
