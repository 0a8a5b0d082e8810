package vn.kt1.gateway.notice;

import org.springframework.stereotype.Component;
import vn.kt1.gateway.dispatch.ParkedWork;

/** Mails that could not be sent: owed anew, or never sent. */
@Component
public class ParkedNotices implements ParkedWork {

  private final Notices notices;

  ParkedNotices(Notices notices) {
    this.notices = notices;
  }

  @Override
  public boolean knows(String route) {
    return route.equals("notices-send");
  }

  @Override
  public void again(String route, String reference) {
    notices.again(reference);
  }

  @Override
  public void giveUp(String route, String reference) {
    // It was taken out of the outbox when it was parked: nothing is owed any more.
  }
}
