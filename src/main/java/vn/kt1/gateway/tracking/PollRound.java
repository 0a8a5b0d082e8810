package vn.kt1.gateway.tracking;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.logbook.TimeHelps;
import vn.kt1.gateway.shipment.PostFile;

/** Asks the post about one page of the items that are due, and applies what it answers. */
@Component
public class PollRound {

  private final TrackingApi api;
  private final PollItems items;
  private final TimeHelps time;

  PollRound(TrackingApi api, PollItems items, TimeHelps time) {
    this.api = api;
    this.items = items;
    this.time = time;
  }

  /**
   * What was new; null when nobody was asked. After a failure that time mends, the page is due
   * again at once; after any other failure when its lease ends.
   */
  public PostFile.@Nullable Result ask() {
    PollPage page = api.mayAsk() ? items.claim() : null;
    if (page == null) {
      return null;
    }
    try {
      return items.apply(api.ask(page));
    } catch (RuntimeException failure) {
      if (time.with(failure)) {
        items.giveBack(page);
      }
      throw failure;
    }
  }
}
