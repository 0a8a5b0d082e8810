package vn.kt1.gateway.tracking;

import java.util.List;

/**
 * One page of what has changed, as hints: nobody's state is moved by them.
 *
 * @param digest of the page, to tell one that repeats
 * @param last whether no page follows
 */
public record ChangesAnswer(
    ChangesQuestion question, List<Change> changes, String digest, boolean last) {

  /**
   * An order as it was listed.
   *
   * @param mark differs when its status or its last change does; a digest, for nothing else of an
   *     order is any business of ours
   */
  public record Change(String itemCode, String mark) {}

  public ChangesAnswer {
    changes = List.copyOf(changes);
  }
}
