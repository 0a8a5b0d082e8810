package vn.kt1.gateway.logbook;

import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells failures to administrators in words, and defects by place too, for developers. */
@Component
public class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** Something a developer must look at. */
  public void alarm(String route, String reference, Throwable failure) {
    LOG.error(
        "failed: route {} reference {} cause {} at {}",
        route,
        reference,
        Cause.of(failure).line(route),
        places(failure));
  }

  /** Something that time will mend. */
  public void later(String route, Throwable failure) {
    LOG.warn("not now, tried again: route {} cause {}", route, Cause.of(failure).line(route));
  }

  private static String places(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return Arrays.stream(root.getStackTrace()).limit(12).toList().toString();
  }
}
