package vn.kt1.gateway.tracking;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the tracking API which orders have changed, a page at a time. */
@Component
public class ChangeList {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeList.class);

  private final Line line;
  private final boolean asked;

  ChangeList(Line line, TrackingSettings settings) {
    this.line = line;
    this.asked = settings.changes().asked();
  }

  /** Whether it is asked at all, and may be now. */
  public boolean mayAsk() {
    return asked && line.free();
  }

  /** Null when there is no answer now; the same page is then due again. */
  public @Nullable ChangesAnswer ask(ChangesQuestion question) {
    try {
      return line.ask(session -> ChangeReader.read(question, session.changes(question)));
    } catch (NotNow later) {
      return null;
    } catch (NoAnswer failure) {
      LOG.warn(
          "not now, asked again: the tracking API, changes page {} cause {}",
          question.page(),
          failure.kind());
      return null;
    }
  }
}
