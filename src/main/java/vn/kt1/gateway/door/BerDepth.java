package vn.kt1.gateway.door;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How deep a structure of ASN.1 goes, told without descending into it: its parsers do, by
 * recursion, until the stack of the thread ends.
 */
final class BerDepth {

  private static final int CONSTRUCTED = 0x20;
  private static final int LONG_TAG = 0x1f;
  private static final int INDEFINITE = -1;

  private final ByteBuffer ber;
  private final Deque<Integer> ends = new ArrayDeque<>();

  private BerDepth(byte[] ber) {
    this.ber = ByteBuffer.wrap(ber);
  }

  /** Whether it is whole and no deeper than that; what lies in octet strings is not looked at. */
  static boolean within(byte[] ber, int most) {
    try {
      return new BerDepth(ber).within(most);
    } catch (RuntimeException e) {
      return false;
    }
  }

  private boolean within(int most) {
    do {
      element();
      while (!ends.isEmpty() && ends.peek() == ber.position()) {
        ends.pop();
      }
    } while (!ends.isEmpty() && ends.size() <= most);
    return ends.isEmpty();
  }

  private void element() {
    int tag = ber.get();
    if ((tag & LONG_TAG) == LONG_TAG) {
      skipTag();
    }
    int length = length();
    if (tag == 0 && length == 0 && !ends.isEmpty() && ends.peek() == INDEFINITE) {
      ends.pop();
    } else if ((tag & CONSTRUCTED) == 0) {
      ber.position(end(length));
    } else {
      ends.push(length == INDEFINITE ? INDEFINITE : end(length));
    }
  }

  /** Throws what is caught above where it ends beyond what it lies in. */
  private int end(int length) {
    int end = Math.addExact(ber.position(), length);
    Integer outer = ends.peek();
    int most = outer == null || outer == INDEFINITE ? ber.limit() : outer;
    if (length < 0 || end > most) {
      throw new IllegalArgumentException("length");
    }
    return end;
  }

  private void skipTag() {
    while (ber.get() < 0) {
      // Its further bytes have the first bit set, but the last.
    }
  }

  private int length() {
    int first = ber.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    if (first == 0x80) {
      return INDEFINITE;
    }
    long length = 0;
    for (int i = 0x80; i < first; i++) {
      length = Math.addExact(Math.multiplyExact(length, 256L), ber.get() & 0xffL);
    }
    return Math.toIntExact(length);
  }
}
