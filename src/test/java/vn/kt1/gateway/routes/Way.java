package vn.kt1.gateway.routes;

import static vn.kt1.gateway.routes.ErrorPolicy.CANCELLATION_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.CARRIAGE_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.DROP_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.HTTP_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.MAIL_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.NEWS_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.NOTICE_ERRORS;
import static vn.kt1.gateway.routes.ErrorPolicy.REPORT_ERRORS;
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
      Stream.of(handOffs(), toThePost(), fromThePost(), mailsAndNews(), reports(), calls())
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
        way(
            "register-try-out",
            STRAIGHT_FLOW,
            "intake.normalise routingPolicy.decide ledger.preview"),
        way(
            "resolve-shipment",
            HTTP_ERRORS,
            "httpDoor.enter resolving.permit intake.answer resolving.resolve httpDoor.answer"));
  }

  private static List<Way> toThePost() {
    return List.of(
        way(
            "orders-keep",
            WORK_ERRORS,
            "orders.claim orderFiles.write postSeal.sealOrders orders.keep"),
        way(
            "orders-send",
            CARRIAGE_ERRORS,
            "orders.claimFile orders.unanswered carriage:post orders.sent"),
        way("orders-resend", CARRIAGE_ERRORS, "resends.claim carriage:post resends.sent"),
        way(
            "cancellations-send",
            CANCELLATION_ERRORS,
            "cancellationCarriage.claim cancellationFiles.write postSeal.sealCancellation"
                + " cancellationCarriage.keep carriage:post cancellationCarriage.sent"));
  }

  private static List<Way> fromThePost() {
    return List.of(
        way(
            "receipts",
            DROP_ERRORS,
            "dropDoor.enter receiptFiles.read postAnswers.apply dropDoor.taken"),
        way(
            "status",
            DROP_ERRORS,
            "dropDoor.enter statusFiles.read statusNews.apply dropDoor.taken"),
        way("tracking", WORK_ERRORS, "pollRound.ask doorMetrics.news"),
        way("tracking-changes", WORK_ERRORS, "changeRound.ask"),
        way(
            "tracking-watch",
            WORK_ERRORS,
            "trackingWatch.trouble operatorAlerts.compose alerts.owe trackingWatch.told"),
        way("webhook", HTTP_ERRORS, "httpDoor.enter webhook.read pollSooner.take httpDoor.hinted"),
        way("post-troubles-look", WORK_ERRORS, "postTroubles.overdue"),
        way(
            "post-troubles",
            WORK_ERRORS,
            "postTroubles.claim postTroubleNotices.tellSender notices.owe"
                + " postTroubleNotices.describe operatorAlerts.compose alerts.owe"
                + " postTroubles.done postTroubles.claim"));
  }

  private static List<Way> mailsAndNews() {
    return List.of(
        way(
            "notices-deliveries",
            WORK_ERRORS,
            "deliveries.claim deliveryNotices.compose notices.owe deliveries.done"
                + " deliveries.claim"),
        way("notices-send", NOTICE_ERRORS, "notices.claim postman.send notices.sent notices.claim"),
        way("news-keep", WORK_ERRORS, "statusNewsFiles.claim newsFiles.write statusNewsFiles.keep"),
        way("news-send", NEWS_ERRORS, "newsCarriage.claim newsBox.deliver newsCarriage.sent"),
        way("held", WORK_ERRORS, "heldShipments.overdue heldReminders.compose notices.owe"),
        way("way-out-refused", STRAIGHT_FLOW, "wayOutAlerts.compose alerts.owe"),
        way(
            "mail-trouble",
            STRAIGHT_FLOW,
            "mailTroubles.compose operatorAlerts.compose alerts.owe mailTroubles.told"),
        way("drops-look", WORK_ERRORS, "takenFiles.look"),
        way("drops-sweep", WORK_ERRORS, "dropSweep.sweep"),
        way("expiries", WORK_ERRORS, "expiryWatch.look"));
  }

  private static List<Way> reports() {
    return List.of(
        way("report-tick", WORK_ERRORS, "reportJobs.plan reportJobs.claim")
            .goingOn(
                REPORT_ERRORS, "reportVersions.make reportMail.write notices.owe reportJobs.done"));
  }

  /** One bean between the door's two steps. */
  private static List<Way> calls() {
    return ApiCalls.all().stream()
        .filter(call -> call.step() != null)
        .map(
            call ->
                way(call.id(), HTTP_ERRORS, "httpDoor.enter " + bean(call) + " httpDoor.answer"))
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
      case "intake.normalise" -> told;
      case "intake.answer" ->
          Stream.concat(Stream.of("resolving.concerned"), told.stream()).toList();
      default -> List.of();
    };
  }
}
