package vn.kt1.gateway.directory;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.StatusMap.Meaning;

/**
 * How one kind of status file is laid out ({@code config/post/<feed>.yaml}). Columns are lists of
 * headers, the first one found counts.
 *
 * @param source the code system of its codes: {@code 4} of one is not {@code 4} of another
 * @param file only files of such a name; null for every name
 * @param patterns of its times, besides ISO 8601 and {@code dd/MM/yyyy HH:mm:ss}
 * @param serials whether a number may be a day as spreadsheets count them
 * @param day null: the end of the day where the code ends a shipment, else the start
 * @param codes what its codes mean; one that is not here is kept and shown, never guessed
 */
public record Layout(
    String feed,
    String name,
    String source,
    @Nullable Pattern file,
    List<String> item,
    List<String> text,
    List<String> location,
    List<Event> events,
    List<DateTimeFormatter> patterns,
    boolean serials,
    @Nullable Day day,
    Map<String, Meaning> codes,
    boolean verified) {

  /** When something counts as having happened of which only the day is told. */
  public enum Day {
    START,
    END
  }

  /**
   * What a row may tell.
   *
   * @param codes the columns of its code; empty where it is always {@code code}
   * @param at the columns of its time; a row that has none there does not tell it
   * @param hour the columns of the hour, where {@code at} tells the day only
   * @param with a row that has nothing in one of these columns does not tell it
   * @param without nor does one that has something in one of these
   */
  public record Event(
      List<String> codes,
      @Nullable String code,
      List<String> at,
      List<String> hour,
      List<String> with,
      List<String> without) {

    public Event {
      codes = List.copyOf(codes);
      at = List.copyOf(at);
      hour = List.copyOf(hour);
      with = List.copyOf(with);
      without = List.copyOf(without);
    }
  }

  /** The columns without which a file has another layout. */
  public List<List<String>> needed() {
    List<List<String>> needed = new ArrayList<>(List.of(item));
    for (Event event : events) {
      Stream.of(event.codes(), event.at(), event.hour(), event.with(), event.without())
          .filter(names -> !names.isEmpty() && !needed.contains(names))
          .forEach(needed::add);
    }
    return List.copyOf(needed);
  }

  public Layout {
    item = List.copyOf(item);
    text = List.copyOf(text);
    location = List.copyOf(location);
    events = List.copyOf(events);
    patterns = List.copyOf(patterns);
    codes = Map.copyOf(codes);
  }
}
