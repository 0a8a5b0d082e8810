package vn.kt1.gateway.tracking;

import org.springframework.stereotype.Component;

/** Asks the post for one page of changes, and makes these items due sooner. */
@Component
public class ChangeRound {

  private final ChangeList list;
  private final ChangeScan scan;

  ChangeRound(ChangeList list, ChangeScan scan) {
    this.list = list;
    this.scan = scan;
  }

  /** A page that is not answered stays due. */
  public void ask() {
    ChangesQuestion question = list.mayAsk() ? scan.claim() : null;
    ChangesAnswer answer = question == null ? null : list.ask(question);
    if (answer != null) {
      scan.apply(answer);
    }
  }
}
