package vn.kt1.gateway.shipment;

import org.jspecify.annotations.Nullable;

/**
 * Something the operators must know of, told by ids alone: nothing in it tells a degree.
 *
 * @param source what it is about, in a word; of one source only so many an hour are mailed
 * @param reference under which it is told once, however often it is met
 * @param partner the id of whoever else must know of it, null for nobody
 */
public record Trouble(String source, String reference, Text what, @Nullable String partner) {

  public Trouble(String source, String reference, Text what) {
    this(source, reference, what, null);
  }
}
