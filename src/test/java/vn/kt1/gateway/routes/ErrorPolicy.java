package vn.kt1.gateway.routes;

import java.util.List;
import java.util.Locale;

/** A configuration of {@code routes/errors/}, and the steps it takes for each kind of failure. */
enum ErrorPolicy {
  STRAIGHT_FLOW("", "", ""),
  HTTP_ERRORS("httpDoor.rejected", "httpDoor.unavailable", "failures.alarm httpDoor.failed"),
  DROP_ERRORS("dropDoor.rejected", "dropDoor.left", "parking.park dropDoor.parked"),
  MAIL_ERRORS(
      "mailDoor.rejected mailAnswers.error alerts.owe mailDoor.refused",
      "failures.later mailDoor.left",
      "parking.park mailDoor.parked"),
  WORK_ERRORS("failures.later", "failures.alarm"),
  DISPATCH_ERRORS("failures.later dispatch.failed", "failures.alarm dispatch.failed");

  private final String rejected;
  private final String unavailable;
  private final String ours;

  ErrorPolicy(String rejected, String unavailable, String ours) {
    this.rejected = rejected;
    this.unavailable = unavailable;
    this.ours = ours;
  }

  /** Nobody outside has sent anything: whatever is refused here is ours to mend. */
  ErrorPolicy(String unavailable, String ours) {
    this(ours, unavailable, ours);
  }

  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  List<String> steps(Failing failing) {
    String steps =
        switch (failing) {
          case REJECTED -> rejected;
          case UNAVAILABLE -> unavailable;
          case OURS -> ours;
        };
    return steps.isEmpty() ? List.of() : List.of(steps.split(" "));
  }
}
