package vn.kt1.gateway.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.report.returns.ReturnAnswers;
import vn.kt1.gateway.report.returns.ReturnForm;
import vn.kt1.gateway.report.returns.ReturnSheet;
import vn.kt1.gateway.report.returns.Returned;
import vn.kt1.gateway.report.returns.Returned.Answer;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.UnitCode;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AnswerTimes;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.JsonText;
import vn.kt1.gateway.web.Parameters;

/** The calls for returns: who has filed, the form with the gateway's numbers, and filing it. */
@Component
public class ReturnDesk {

  /** No province has this id. */
  private static final String NOWHERE = "-";

  private static final int MOST_LINES = 100;
  private static final int LONGEST = 4000;
  private static final int LONGEST_NOTE = 500;

  private record Asked(String province, int year, String reporter) {}

  private final Returns returns;
  private final Directory directory;

  ReturnDesk(Returns returns, Directory directory) {
    this.returns = returns;
    this.directory = directory;
  }

  /** Who owes one, and what was filed. */
  public HttpAnswer list(Call call) {
    Parameters parameters = Parameters.of(call);
    int year = year(call, parameters);
    String province = parameters.province(call.caller().province());
    parameters.end();
    own(call.caller(), province);
    Report counted = returns.counted(province, year);
    Set<String> all = new TreeSet<>(returns.owing(counted));
    List<Returned> filed = returns.filed(province, year);
    filed.forEach(one -> all.add(one.reporter()));
    return HttpAnswer.ok(
        new AnswerFields()
            .with("items", all.stream().map(reporter -> head(reporter, filed)).toList())
            .done());
  }

  private static Map<String, @Nullable Object> head(String reporter, List<Returned> filed) {
    return filed.stream()
        .filter(one -> one.reporter().equals(reporter))
        .findFirst()
        .map(ReturnDesk::head)
        .orElseGet(
            () -> new AnswerFields().with("reporter", reporter).with("filedAt", null).done());
  }

  private static Map<String, @Nullable Object> head(Returned filed) {
    return new AnswerFields()
        .with("reporter", filed.reporter())
        .with("filedAt", AnswerTimes.show(Objects.requireNonNull(filed.filedAt())))
        .done();
  }

  /** What was filed, or the form with the gateway's numbers. */
  public HttpAnswer one(Call call) {
    Parameters parameters = Parameters.of(call);
    boolean workbook = parameters.only("as", "xlsx");
    Asked asked = asked(call, parameters);
    Returned shown =
        returns
            .filed(asked.province(), asked.year(), asked.reporter())
            .orElseGet(
                () ->
                    returns.form(
                        returns.counted(asked.province(), asked.year()), asked.reporter()));
    return workbook
        ? HttpAnswer.of(200, ReturnSheet.MEDIA_TYPE, ReturnSheet.write(shown))
        : HttpAnswer.ok(json(shown, call));
  }

  public HttpAnswer file(Call call, String contentType) {
    Parameters parameters = Parameters.of(call);
    Asked asked = asked(call, parameters);
    Role role = call.caller().role();
    // SECURITY: each side signs for itself only.
    boolean post = asked.reporter().equals(ReturnForm.OF_THE_POST);
    if (post ? role != Role.OPERATOR : role != Role.PARTNER && role != Role.CLERK) {
      throw new Rejected(Fault.of(Code.FORBIDDEN, ""));
    }
    AskedBody body = AskedBody.of(contentType, call.body());
    List<Answer> said = said(body, ReturnForm.of(asked.reporter()));
    Returned kept =
        returns.file(call.actor(), asked.province(), asked.year(), asked.reporter(), "API", said);
    return HttpAnswer.of(201, HttpAnswer.JSON, JsonText.of(json(kept, call)));
  }

  private static List<Answer> said(AskedBody body, ReturnForm form) {
    Integer version = body.whole("formVersion", 1, 1000);
    if (version == null || version != ReturnForm.VERSION) {
      body.fault(
          Fault.of(
              Code.BAD_VALUE,
              "/formVersion",
              "return-version",
              String.valueOf(ReturnForm.VERSION)));
    }
    ReturnAnswers answers = new ReturnAnswers(form);
    int at = 0;
    for (AskedBody line : body.list("lines", MOST_LINES)) {
      String key = line.needed("key", LONGEST_NOTE);
      String value = Objects.requireNonNullElse(line.text("value", LONGEST), "");
      String note = Objects.requireNonNullElse(line.text("note", LONGEST_NOTE), "");
      answers.take("/lines/" + at++, null, key, value, note);
    }
    body.end();
    return answers.all();
  }

  private static int year(Call call, Parameters parameters) {
    return parameters.year(call.path().getOrDefault("year", ""));
  }

  /** SECURITY: for a department, the returns of another province do not exist. */
  private void own(Caller caller, String province) {
    boolean own = caller.province() == null || province.equals(caller.province());
    if (!own || !directory.hasProvince(province)) {
      throw Call.notFound();
    }
  }

  private Asked asked(Call call, Parameters parameters) {
    int year = year(call, parameters);
    String reporter = reporter(call);
    String province = province(call, reporter, parameters);
    return new Asked(province, year, reporter);
  }

  private static String reporter(Call call) {
    String written = call.id("reporter");
    return written.equals(ReturnForm.OF_THE_POST) ? written : UnitCode.normalise(written);
  }

  /** SECURITY: a unit sees its own return only; whoever reads all names the province. */
  private String province(Call call, String reporter, Parameters parameters) {
    Caller caller = call.caller();
    boolean unit = caller.role() == Role.PARTNER || caller.role() == Role.CLERK;
    String own =
        unit && caller.units().contains(reporter)
            ? returns.provinceOf(reporter)
            : caller.province();
    String province = parameters.province(unit && own == null ? NOWHERE : own);
    parameters.end();
    if (unit && !province.equals(own)) {
      throw Call.notFound();
    }
    own(caller, province);
    return province;
  }

  private static Map<String, @Nullable Object> json(Returned shown, Call call) {
    return new AnswerFields()
        .with("province", shown.province())
        .with("year", shown.year())
        .with("reporter", shown.reporter())
        .with("formVersion", ReturnForm.VERSION)
        .with("filedAt", shown.filedAt() == null ? null : AnswerTimes.show(shown.filedAt()))
        .with(
            "lines",
            shown.answers().stream().map(answer -> line(shown.form(), answer, call)).toList())
        .done();
  }

  private static Map<String, @Nullable Object> line(ReturnForm form, Answer answer, Call call) {
    return new AnswerFields()
        .with("key", answer.key())
        .with("label", form.line(answer.key()).orElseThrow().label(call.locale()))
        .with("gateway", answer.gateway())
        .with("value", answer.value() != null ? answer.value().toString() : answer.words())
        .with("note", answer.note())
        .with("differs", answer.differs())
        .done();
  }
}
