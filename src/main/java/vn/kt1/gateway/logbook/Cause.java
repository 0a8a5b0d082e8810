package vn.kt1.gateway.logbook;

import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Text;

/**
 * Why something could not be done, in words for people. SECURITY: a sentence of ours, with a day or
 * one of our own folders at most; never a message of a library, which may quote what it failed on,
 * and never the name of a class, which tells nobody what to do.
 *
 * @param key of its sentence, {@code cause.<key>}; kept where work is parked
 * @param detail a day, or a folder of the contract
 */
public record Cause(String key, @Nullable String detail) {

  private static final String BETWEEN = " ";

  /** The most telling of a failure and what it was caused by. */
  public static Cause of(Throwable failure) {
    return Causes.of(failure);
  }

  /** As it was kept by {@link #kept()}; what nobody knows any more is a fault of ours. */
  public static Cause read(String kept) {
    String[] parts = kept.split(BETWEEN, 2);
    return Causes.knows(parts[0])
        ? new Cause(parts[0], parts.length == 1 ? null : parts[1])
        : Causes.OURS;
  }

  public String kept() {
    return detail == null ? key : key + BETWEEN + detail;
  }

  /** The sentence, with who is at the other end, as far as the route tells. */
  public Text text(String route) {
    Text who = Text.of("cause.who." + OtherEnd.of(route).word());
    return detail == null
        ? Text.of("cause." + Causes.WITHOUT_DETAIL.getOrDefault(key, key), who)
        : Text.of("cause." + key, who, detail);
  }

  /** For a log: the key to search for, and the sentence. */
  public String line(String route) {
    return key + " (" + text(route).en() + ")";
  }

  /** In both languages, where nobody knows who reads it. */
  public String words(String route) {
    Text text = text(route);
    return text.vi() + " · " + text.en();
  }
}
