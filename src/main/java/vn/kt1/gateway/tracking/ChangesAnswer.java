package vn.kt1.gateway.tracking;

import java.util.List;

/**
 * One page of changes, as hints; they change no state.
 *
 * @param digest the digest of the page; it shows a page that repeats
 * @param last whether this is the last page
 */
public record ChangesAnswer(
    ChangesQuestion question, List<Change> changes, String digest, boolean last) {

  /**
   * An order as it was listed.
   *
   * @param mark a digest of its status and the time of its last change; nothing else of an order is
   *     kept
   */
  public record Change(String itemCode, String mark) {}

  public ChangesAnswer {
    changes = List.copyOf(changes);
  }
}
