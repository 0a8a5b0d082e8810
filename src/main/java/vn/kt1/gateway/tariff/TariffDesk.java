package vn.kt1.gateway.tariff;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.PriceTable;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.web.AnswerFields;
import vn.kt1.gateway.web.AskedBody;
import vn.kt1.gateway.web.Call;
import vn.kt1.gateway.web.HttpAnswer;
import vn.kt1.gateway.web.Parameters;

/** Shows the price tables, and takes a Department's approval of a new one. */
@Component
public class TariffDesk {

  /** Digits of a digest. */
  private static final int SHA_256 = 64;

  private final Tariffs tariffs;
  private final Approvals approvals;

  TariffDesk(Tariffs tariffs, Approvals approvals) {
    this.tariffs = tariffs;
    this.approvals = approvals;
  }

  public HttpAnswer list(Call call) {
    Parameters.of(call).end();
    return HttpAnswer.ok(
        new AnswerFields()
            .with(
                "items",
                tariffs.all().stream()
                    .sorted(Comparator.comparing(one -> one.table().validFrom()))
                    .filter(one -> sees(call.caller(), one.table()))
                    .map(this::shown)
                    .toList())
            .done());
  }

  /** SECURITY: to a Department the table of another province does not exist. */
  private static boolean sees(Caller caller, PriceTable table) {
    return caller.province() == null || table.holdsFor(caller.province());
  }

  private Map<String, @Nullable Object> shown(KeptTariff tariff) {
    PriceTable table = tariff.table();
    LocalDate to = table.validTo();
    return new AnswerFields()
        .with("tariff", table.id())
        .with("name", table.name())
        .with("from", table.validFrom().toString())
        .with("to", to == null ? null : to.toString())
        .with("source", table.source())
        .with("verified", table.verified())
        .with("sha256", tariff.sha256())
        .with("vatPercent", table.vatPercent())
        .with("steps", table.steps())
        .with("further", table.further())
        .with("most", table.most())
        .with("zones", zones(table))
        .with("surcharges", new TreeMap<>(table.surcharges()))
        .with("approvedBy", approvals.of(tariff))
        .done();
  }

  private static Map<String, Object> zones(PriceTable table) {
    Map<String, Object> zones = new TreeMap<>();
    table
        .zones()
        .forEach(
            (zone, prices) ->
                zones.put(
                    zone.name(), Map.of("prices", prices.steps(), "further", prices.further())));
    return zones;
  }

  public HttpAnswer approve(Call call, String contentType) {
    Parameters.of(call).end();
    AskedBody body = AskedBody.ofAny(contentType, call.body());
    String read = body.text("sha256", SHA_256);
    body.end();
    String province = String.valueOf(call.caller().province());
    KeptTariff tariff =
        tariffs
            .one(call.id("tariff"))
            .filter(one -> sees(call.caller(), one.table()))
            .orElseThrow(Call::notFound);
    if (read != null && !read.equals(tariff.sha256())) {
      throw new Rejected(Fault.of(Code.BAD_VALUE, "/sha256", "tariff-changed"));
    }
    Approvals.Told told = approvals.approve(call.actor(), tariff, province);
    return HttpAnswer.ok(
        new AnswerFields()
            .with("tariff", tariff.table().id())
            .with("province", province)
            .with("unitsTold", told.units())
            .with("unitsWithoutMailbox", told.unreached())
            .done());
  }
}
