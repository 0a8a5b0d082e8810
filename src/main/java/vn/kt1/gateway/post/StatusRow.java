package vn.kt1.gateway.post;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import vn.kt1.gateway.directory.Layout;
import vn.kt1.gateway.directory.Layout.Day;
import vn.kt1.gateway.post.PostTable.BadRow;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.TrackingEvent;

/** Makes events of the rows of one file, by its layout and the columns its header names. */
final class StatusRow {

  private static final Pattern CODE = Pattern.compile(StatusMap.CODE);

  private final Layout layout;
  private final Map<String, Integer> columns;
  private final boolean days;
  private final PostTime ofStart;
  private final PostTime ofEnd;

  StatusRow(Layout layout, Map<String, Integer> columns) {
    this.layout = layout;
    this.columns = columns;
    this.days = layout.day() == null && (layout.serials() || !layout.patterns().isEmpty());
    this.ofStart = new PostTime(layout.patterns(), layout.serials(), Day.START);
    this.ofEnd = new PostTime(layout.patterns(), layout.serials(), Day.END);
  }

  /**
   * @throws BadRow when something it needs is missing or cannot be read
   */
  List<TrackingEvent> read(int number, List<String> cells) {
    PostRow row = new PostRow(number, columns, cells);
    ItemCode item = Objects.requireNonNull(ReceiptFiles.itemCode(row.required(layout.item())));
    List<TrackingEvent> events = new ArrayList<>(layout.events().size());
    for (Layout.Event event : layout.events()) {
      if (told(row, event)) {
        events.add(event(row, item, event));
      }
    }
    return events;
  }

  private static boolean told(PostRow row, Layout.Event event) {
    return (event.code() == null || row.text(event.at()) != null)
        && (event.with().isEmpty() || row.text(event.with()) != null)
        && (event.without().isEmpty() || row.text(event.without()) == null);
  }

  private TrackingEvent event(PostRow row, ItemCode item, Layout.Event event) {
    String code = event.code() == null ? code(row.required(event.codes())) : event.code();
    String time = row.required(event.at());
    Instant at = (layout.day() == Day.END ? ofEnd : ofStart).of(time);
    return new TrackingEvent(
        row.number(),
        source(code),
        item,
        code,
        row.text(layout.text()),
        at,
        row.text(layout.location()),
        null,
        dayOnly(time, at));
  }

  private String source(String code) {
    return layout.source().equals("myvnp") ? StatusMap.systemAtMyVnPost(code) : layout.source();
  }

  /** Unless the layout says which moment of a day is meant, whoever knows the code has to. */
  private boolean dayOnly(String time, Instant start) {
    return days && !start.equals(ofEnd.of(time));
  }

  private static String code(String written) {
    String upper = written.toUpperCase(Locale.ROOT);
    // Spreadsheets turn the number 14 into 14.0.
    String code =
        upper.endsWith(".0") && digits(upper) ? upper.substring(0, upper.length() - 2) : upper;
    if (!CODE.matcher(code).matches()) {
      throw new BadRow(Code.BAD_VALUE, "status-code");
    }
    return code;
  }

  private static boolean digits(String text) {
    return text.chars().limit(text.length() - 2L).allMatch(c -> c >= '0' && c <= '9');
  }
}
