package vn.kt1.gateway.logbook;

import java.util.Arrays;
import java.util.Locale;

/** Who is at the other end of a route. */
enum OtherEnd {
  POST(
      "dispatch-post",
      "orders",
      "receipts",
      "invoices",
      "monthly",
      "status",
      "cancellations",
      "cancellation",
      "order"),
  PARTNERS("hand-off-by-sftp", "dispatch-partner"),
  MAIL("hand-off-by-mail", "dispatch-mail", "imap", "smtp"),
  TRACKING("tracking", "inquiries"),
  SERVER;

  private final String[] routes;

  OtherEnd(String... routes) {
    this.routes = routes;
  }

  static OtherEnd of(String route) {
    return Arrays.stream(values()).filter(end -> end.has(route)).findFirst().orElse(SERVER);
  }

  private boolean has(String route) {
    return Arrays.stream(routes).anyMatch(route::startsWith);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
