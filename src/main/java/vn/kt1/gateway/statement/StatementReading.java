package vn.kt1.gateway.statement;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Unit;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/**
 * Answers {@code GET /statements/{month}}: as JSON, workbook or page.
 *
 * <p>SECURITY: a statement is degree data. It is shown to whoever is logged in and may see it, and
 * is never mailed.
 */
@Component
public class StatementReading {

  private static final String PDF = "application/pdf";

  private final Statements statements;
  private final StatementPrinter printer;
  private final Directory directory;

  StatementReading(Statements statements, StatementPrinter printer, Directory directory) {
    this.statements = statements;
    this.printer = printer;
    this.directory = directory;
  }

  public HttpAnswer statement(Call call) {
    Parameters parameters = Parameters.of(call);
    String as = Optional.ofNullable(parameters.named("as", "xlsx|pdf")).orElse("json");
    MonthlyStatement month = read(call, parameters);
    return switch (as) {
      case "xlsx" -> HttpAnswer.of(200, StatementWorkbook.MEDIA_TYPE, StatementWorkbook.of(month));
      case "pdf" -> HttpAnswer.of(200, PDF, printer.print(month));
      default -> HttpAnswer.ok(StatementAnswer.statement(month));
    };
  }

  public HttpAnswer invoiceDifferences(Call call) {
    return HttpAnswer.ok(StatementAnswer.differences(read(call, Parameters.of(call))));
  }

  private MonthlyStatement read(Call call, Parameters parameters) {
    Caller caller = call.caller();
    mayRead(caller);
    String code = parameters.named("unit", "[A-Za-z0-9.-]{1,40}");
    parameters.end();
    YearMonth month = month(call.path().getOrDefault("month", ""));
    boolean others = caller.role() != Role.PARTNER && caller.role() != Role.CLERK;
    return statements.of(unit(caller, code, month), month, others);
  }

  /** SECURITY: services and charges tell degrees (CONTRACT, 3.4). */
  private static void mayRead(Caller caller) {
    switch (caller.role()) {
      case PARTNER, CLERK, OPERATOR, POLICY_OFFICER, DEPARTMENT -> {}
      default -> throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
    }
  }

  private static YearMonth month(String written) {
    try {
      if (written.matches("20[0-9]{2}-[0-9]{2}")) {
        return YearMonth.parse(written);
      }
    } catch (DateTimeException e) {
      // told below
    }
    throw new Rejected(Fault.of(Code.BAD_PARAMETER, "/month", "statement-month"));
  }

  private Unit unit(Caller caller, @Nullable String asked, YearMonth month) {
    String code = asked == null ? only(caller) : asked;
    return directory
        .unit(code, month.atEndOfMonth())
        .filter(unit -> own(caller, unit))
        .orElseThrow(Call::notFound);
  }

  /** Whoever acts for one unit need not name it. */
  private static String only(Caller caller) {
    List<String> units = List.copyOf(caller.units());
    if (units.size() != 1) {
      throw new Rejected(Fault.of(Code.BAD_PARAMETER, "/unit", "statement-unit"));
    }
    return units.get(0);
  }

  /** SECURITY: to everybody else the unit's statement does not exist. */
  private static boolean own(Caller caller, Unit unit) {
    return switch (caller.role()) {
      case DEPARTMENT -> unit.province().equals(caller.province());
      default -> caller.seesDegree(unit.code());
    };
  }
}
