package vn.kt1.gateway.routes;

import static vn.kt1.gateway.routes.ErrorPolicy.DISPATCH_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.DROP_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.HTTP_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.MAIL_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.STRAIGHT_FLOW;
import static vn.kt1.gateway.routes.ErrorPolicy.WORK_ERRORS;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.kt1.gateway.web.ApiCall;
import vn.kt1.gateway.web.ApiCalls;

/**
 * All steps from where a route begins, in order, when each of them goes well.
 *
 * @param policies whose the failure of each step is
 */
record Way(String route, List<String> steps, List<ErrorPolicy> policies) {

  static final List<Way> ALL =
      Stream.of(handOffs(), ticks(), wayOut(), fromThePost(), troubles(), calls())
          .flatMap(List::stream)
          .toList();

  private static List<Way> handOffs() {
    String register = "intake.normalise routingPolicy.decide ledger.register";
    return List.of(
        way(
            "hand-off-by-rest",
            HTTP_ERRORS,
            "httpDoor.enterWithHandOff " + register + " httpDoor.receipt"),
        way("hand-off-by-sftp", DROP_ERRORS, "dropDoor.enter " + register + " dropDoor.taken"),
        way(
            "hand-off-by-mail",
            MAIL_ERRORS,
            "mailDoor.enter "
                + register
                + " mailDoor.counted mailAnswers.receipt notices.owe mailDoor.taken"),
        way("quality-by-mail", STRAIGHT_FLOW, "qualityByMail.take notices.owe"),
        way("return-by-mail", STRAIGHT_FLOW, "returnByMail.take notices.owe"),
        way(
            "register-try-out",
            STRAIGHT_FLOW,
            "intake.normalise routingPolicy.decide ledger.preview"),
        way(
            "resolve-shipment",
            HTTP_ERRORS,
            "httpDoor.enter resolving.permit intake.answer resolving.resolve"));
  }

  private static List<Way> wayOut() {
    return Stream.of("post", "partner", "mail")
        .map(
            line ->
                way(
                    "dispatch-" + line,
                    DISPATCH_ERRORS,
                    "dispatch.claim courier:" + line + " dispatch.sent dispatch.claim"))
        .toList();
  }

  private static List<Way> ticks() {
    return Stream.of(
            "orders-make dueOrders.make",
            "cancellations-make cancellationFiles.make",
            "news-make statusNewsFiles.make",
            "notices-deliveries deliveries.tell",
            "post-troubles-look postTroubles.overdue",
            "post-troubles postTroubles.tell",
            "held heldReminders.remind",
            "quality-forms qualityForms.owe",
            "incidents incidentWatch.remind",
            "tariff-charges charges.price",
            "tariff-approvals tariffWatch.remind",
            "reconciliation reconciliations.reconcile",
            "transit transits.compute",
            "transit-overdue overdueDigests.tell",
            "report-tick reportJobs.make",
            "drops-look takenFiles.look",
            "drops-sweep dropSweep.sweep",
            "expiries expiryWatch.look",
            "retention retention.erase",
            "tracking-changes changeRound.ask")
        .map(tick -> tick.split(" "))
        .map(tick -> way(tick[0], WORK_ERRORS, tick[1]))
        .toList();
  }

  private static List<Way> fromThePost() {
    return List.of(
        way(
            "receipts",
            DROP_ERRORS,
            "dropDoor.enter postReader.receipts postAnswers.apply dropDoor.taken"),
        way(
            "monthly",
            DROP_ERRORS,
            "dropDoor.enter postReader.months postMonths.apply dropDoor.taken"),
        way(
            "invoices",
            DROP_ERRORS,
            "dropDoor.enter postReader.invoices invoices.apply dropDoor.taken"),
        way(
            "status",
            DROP_ERRORS,
            "dropDoor.enter postReader.statuses statusNews.apply dropDoor.taken"),
        way("tracking", WORK_ERRORS, "pollRound.ask doorMetrics.news"),
        way(
            "tracking-watch",
            WORK_ERRORS,
            "trackingWatch.trouble operatorAlerts.compose alerts.owe trackingWatch.told"),
        way("webhook", HTTP_ERRORS, "httpDoor.enter webhook.read pollSooner.take httpDoor.hinted"));
  }

  private static List<Way> troubles() {
    return List.of(
        way("way-out-refused", STRAIGHT_FLOW, "wayOutAlerts.compose alerts.owe"),
        way(
            "mail-trouble",
            STRAIGHT_FLOW,
            "mailTroubles.compose operatorAlerts.compose alerts.owe mailTroubles.told"));
  }

  /** One bean between the door's two steps. */
  private static List<Way> calls() {
    return ApiCalls.all().stream()
        .filter(call -> call.step() != null)
        .map(call -> way(call.id(), HTTP_ERRORS, "httpDoor.enter " + bean(call)))
        .toList();
  }

  private static String bean(ApiCall call) {
    ApiCall.Step step = Objects.requireNonNull(call.step());
    return step.bean() + "." + step.method().substring(0, step.method().indexOf('('));
  }

  private static Way way(String route, ErrorPolicy errors, String steps) {
    return new Way(route, List.of(), List.of()).goingOn(errors, steps);
  }

  /** Into a route that handles its failures itself. */
  private Way goingOn(ErrorPolicy errors, String more) {
    List<String> all = new ArrayList<>(steps);
    all.addAll(List.of(more.split(" ")));
    List<ErrorPolicy> whose = new ArrayList<>(policies);
    whose.addAll(Collections.nCopies(all.size() - steps.size(), errors));
    return new Way(route, all, whose);
  }

  /** Whether the failure of a step ends here, and no caller sees it. */
  boolean handled() {
    return !policies.contains(STRAIGHT_FLOW);
  }

  /** The steps that are taken when the one at this position fails so. */
  List<String> stepsWhenFailing(int position, Failing failing) {
    List<String> expected = new ArrayList<>(steps.subList(0, position + 1));
    if (failing == Failing.REJECTED) {
      expected.addAll(afterRefusal(steps.get(position)));
    }
    expected.addAll(policies.get(position).steps(failing));
    return expected;
  }

  /** Content may have been refused: whoever must know is told before the sender. */
  private static List<String> afterRefusal(String step) {
    List<String> told = List.of("contentAlerts.compose", "alerts.owe", "contentAlerts.refuse");
    return switch (step) {
      case "intake.normalise", "qualityByMail.take", "returnByMail.take" -> told;
      case "intake.answer" ->
          Stream.concat(Stream.of("resolving.concerned"), told.stream()).toList();
      default -> List.of();
    };
  }
}
