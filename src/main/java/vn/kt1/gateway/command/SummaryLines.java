package vn.kt1.gateway.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.Text;

/** What a summary says, in both languages; what a person must still do is kept for a list below. */
public final class SummaryLines {

  private final List<String> lines = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  public void tell(String key, Object... arguments) {
    Text text = text(key, arguments);
    lines.add(text.vi());
    lines.add(text.en());
  }

  /** Nothing where there is nothing to say. */
  public void detail(String key, String what) {
    if (!what.isEmpty()) {
      Text text = Text.of(key);
      lines.add("  " + text.vi() + " · " + text.en() + ": " + what);
    }
  }

  /** Something to do, where it is still to be done. */
  public void leave(boolean open, String key, Object... arguments) {
    if (open) {
      Text text = text(key, arguments);
      left.add("- " + text.vi());
      left.add("  " + text.en());
    }
  }

  /** Lists what was left since the last list, below one of two headings. */
  public void list(String some, String none) {
    tell(left.isEmpty() ? none : some);
    lines.addAll(left);
    left.clear();
  }

  public List<String> all() {
    return lines;
  }

  public static String joined(Stream<String> names) {
    return names.sorted().collect(Collectors.joining(", "));
  }

  private static Text text(String key, Object... arguments) {
    return Text.of(
        key,
        Arrays.stream(arguments)
            .map(one -> one instanceof Text ? one : String.valueOf(one))
            .toArray());
  }
}
