package vn.kt1.gateway.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells failures to administrators by kind and place: a message may quote what it failed on. */
@Component
public class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Something a developer must look at. */
  public void alarm(String route, String reference, Throwable failure) {
    LOG.error(
        "failed: route {} reference {} cause {} at {}",
        route,
        reference,
        kind(failure),
        places(failure));
  }

  /** Something that time will mend. */
  public void later(String route, Throwable failure) {
    LOG.warn("not now, tried again: route {} cause {}", route, kind(failure));
  }

  /** The classes of a failure and its causes, outermost first. */
  static String kind(Throwable failure) {
    List<String> kinds = new ArrayList<>();
    for (Throwable cause = failure; cause != null && kinds.size() < 8; cause = cause.getCause()) {
      kinds.add(cause.getClass().getSimpleName());
    }
    return String.join(" < ", kinds);
  }

  private static String places(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return Arrays.stream(root.getStackTrace()).limit(12).toList().toString();
  }
}
