package vn.kt1.gateway.post;

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
  private final PostTime ofStart;
  private final PostTime ofEnd;

  StatusRow(Layout layout, Map<String, Integer> columns) {
    this.layout = layout;
    this.columns = columns;
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
    return new TrackingEvent(
        row.number(),
        source(code),
        item,
        code,
        row.text(layout.text()),
        (layout.day(code) == Day.END ? ofEnd : ofStart).of(row.required(event.at())),
        row.text(layout.location()),
        null);
  }

  /** The letters among MyVNPost's numbers are those of the UPU. */
  private String source(String code) {
    boolean letters = !Character.isDigit(code.charAt(0));
    return letters && layout.source().equals("myvnp") ? "upu" : layout.source();
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
