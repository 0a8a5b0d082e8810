package vn.kt1.gateway.post.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.directory.Layout.Day;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Makes events of the rows of a status file, by its layout. */
final class StatusRow implements RowReader<List<TrackingEvent>> {

  /** The layout of the contract (4.2). */
  static final Layout CONTRACT =
      new Layout(
          "contract",
          "CONTRACT 4.2",
          "myvnp",
          null,
          List.of("item_code"),
          List.of("status_name"),
          List.of("location"),
          List.of(
              new Layout.Event(
                  List.of("status_code"),
                  null,
                  List.of("occurred_at"),
                  List.of(),
                  List.of(),
                  List.of())),
          List.of(),
          false,
          null,
          Map.of(),
          true);

  private static final Pattern CODE = Pattern.compile(StatusMap.CODE);

  private record When(Instant at, boolean dayOnly) {}

  /** A file has a handful of codes; one with more is read no worse. */
  private static final int MOST_CODES = 1_000;

  private static final int MOST_TEXTS = 1_000;

  private final Layout layout;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final boolean days;
  private final PostTime ofStart;
  private final PostTime ofEnd;

  StatusRow(Layout layout) {
    this.layout = layout;
    this.days = layout.day() == null && (layout.serials() || !layout.patterns().isEmpty());
    this.ofStart = new PostTime(layout.patterns(), layout.serials(), Day.START);
    this.ofEnd = new PostTime(layout.patterns(), layout.serials(), Day.END);
  }

  @Override
  public List<List<String>> needed() {
    return layout.needed();
  }

  @Override
  public List<String> key() {
    return layout.item();
  }

  @Override
  public List<TrackingEvent> read(PostRow row) {
    ItemCode item = row.required(layout.item(), Cells::itemCode);
    List<TrackingEvent> events = new ArrayList<>(layout.events().size());
    for (Layout.Event event : layout.events()) {
      if (told(row, event)) {
        add(events, row, item, event);
      }
    }
    return events;
  }

  private static boolean told(PostRow row, Layout.Event event) {
    return (event.code() == null || row.filled(event.at()))
        && (event.with().isEmpty() || row.filled(event.with()))
        && (event.without().isEmpty() || !row.filled(event.without()));
  }

  private void add(
      List<TrackingEvent> to, PostRow row, @Nullable ItemCode item, Layout.Event event) {
    String code = event.code() == null ? row.required(event.codes(), this::code) : event.code();
    String hour = event.hour().isEmpty() ? null : row.text(event.hour());
    When when = row.required(event.at(), text -> when(text, hour));
    if (item != null && code != null && when != null) {
      to.add(
          new TrackingEvent(
              row.number(),
              source(code),
              item,
              code,
              once(row.text(layout.text())),
              when.at(),
              once(row.text(layout.location())),
              null,
              when.dayOnly()));
    }
  }

  private When when(String written, @Nullable String hour) {
    Instant at = (layout.day() == Day.END ? ofEnd : ofStart).of(written, hour);
    return new When(at, hour == null && dayOnly(written, at));
  }

  private String source(String code) {
    return layout.source().equals("myvnp") ? StatusMap.systemAtMyVnPost(code) : layout.source();
  }

  /** Unless the layout says which moment of a day is meant, whoever knows the code has to. */
  private boolean dayOnly(String time, Instant start) {
    return days && !start.equals(ofEnd.of(time));
  }

  /** A file repeats its texts: equal ones are one object. */
  private @Nullable String once(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (texts.size() == MOST_TEXTS) {
      texts.clear();
    }
    String first = texts.putIfAbsent(text, text);
    return first == null ? text : first;
  }

  private String code(String written) {
    if (codes.size() == MOST_CODES) {
      codes.clear();
    }
    return codes.computeIfAbsent(written, StatusRow::readCode);
  }

  private static String readCode(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    // Spreadsheets turn the number 14 into 14.0.
    String code =
        upper.endsWith(".0") && digits(upper) ? upper.substring(0, upper.length() - 2) : upper;
    if (!CODE.matcher(code).matches()) {
      throw new BadCell(Code.BAD_VALUE, "status-code");
    }
    return code;
  }

  private static boolean digits(String text) {
    return text.chars().limit(text.length() - 2L).allMatch(c -> c >= '0' && c <= '9');
  }
}
