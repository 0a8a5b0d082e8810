package vn.kt1.gateway.watch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.Parked;
import vn.kt1.gateway.dispatch.Parked.Resolution;
import vn.kt1.gateway.dispatch.ParkedItem;
import vn.kt1.gateway.dispatch.ParkedWork;
import vn.kt1.gateway.logbook.Cause;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;

/**
 * {@code parked}: the work that waits for a person, who tries it again or gives it up with a
 * reason.
 */
@Component
@Endpoint(id = "parked")
class ParkedEndpoint {

  private final Parked parked;
  private final List<ParkedWork> works;

  ParkedEndpoint(Parked parked, List<ParkedWork> works) {
    this.parked = parked;
    this.works = works;
  }

  @ReadOperation
  Map<String, Object> list() {
    return Map.of("items", parked.open().stream().map(ParkedEndpoint::show).toList());
  }

  private static Map<String, @Nullable Object> show(ParkedItem item) {
    Map<String, @Nullable Object> shown = new LinkedHashMap<>();
    shown.put("id", item.id());
    shown.put("route", item.route());
    shown.put("reference", item.shownReference());
    shown.put("shipmentId", item.shipmentId());
    shown.put("since", Ages.show(item.since()));
    shown.put("attempts", item.attempts());
    shown.put("cause", Cause.read(item.cause()).words(item.route()));
    shown.put("nextStep", item.nextStep());
    return shown;
  }

  @WriteOperation
  void resolve(
      SecurityContext who,
      @Selector String id,
      @Selector String verb,
      @org.springframework.lang.Nullable String reason) {
    Actor login = Administrator.of(who);
    boolean found =
        switch (verb) {
          case "retry" ->
              parked
                  .resolve(
                      id,
                      Resolution.RETRIED,
                      login,
                      Reasons.maybe(reason),
                      item -> work(item.route()).again(item.route(), item.reference()))
                  .isPresent();
          case "give-up" ->
              parked
                  .resolve(
                      id,
                      Resolution.GIVEN_UP,
                      login,
                      Reasons.needed(reason),
                      item -> work(item.route()).giveUp(item.route(), item.reference()))
                  .isPresent();
          default -> throw new Rejected(Fault.of(Code.BAD_PARAMETER, "", "parked-verb"));
        };
    if (!found) {
      throw new Rejected(Fault.of(Code.NOT_FOUND, ""));
    }
  }

  private ParkedWork work(String route) {
    return works.stream()
        .filter(work -> work.knows(route))
        .findFirst()
        .orElseThrow(() -> new Rejected(Fault.of(Code.BAD_PARAMETER, "", "parked-by-hand")));
  }
}
