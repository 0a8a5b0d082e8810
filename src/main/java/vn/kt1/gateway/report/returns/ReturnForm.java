package vn.kt1.gateway.report.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.shipment.Text;

/**
 * What a return asks (Hải Phòng §4: the post, and each unit). Its lines follow TT 16/2017/TT-BTTTT
 * Đ.16(3), superseded, the last rule on a report of KT1 that can be read, and the duties of the
 * guidance. The layout is ours.
 */
public enum ReturnForm {
  UNIT(
      List.of(
          number("sent"),
          part("delivered", "sent"),
          part("returned", "sent"),
          part("lost", "sent"),
          part("open", "sent"),
          number("received"),
          number("measured"),
          part("on-time", "measured"),
          part("late", "measured"),
          part("no-target", "measured"),
          part("excluded", "measured"),
          part("under-way", "measured"),
          number("quality-agreed"),
          number("quality-objected"),
          number("quality-unanswered"),
          number("incidents"),
          number("incidents-answered"),
          dong("invoiced"),
          dong("paid"),
          text("compliance"),
          text("difficulties"),
          text("proposals"))),
  POST(
      List.of(
          number("sent"),
          part("delivered", "sent"),
          part("returned", "sent"),
          part("lost", "sent"),
          part("open", "sent"),
          number("measured"),
          part("on-time", "measured"),
          part("late", "measured"),
          part("no-target", "measured"),
          part("excluded", "measured"),
          part("under-way", "measured"),
          number("first-attempt"),
          number("incidents"),
          number("incidents-answered"),
          dong("revenue"),
          number("staff"),
          text("rules-service"),
          text("rules-quality"),
          text("rules-interconnection"),
          text("rules-security"),
          text("rules-archives"),
          text("violations"),
          text("difficulties"),
          text("causes"),
          text("proposals")));

  /** Raised when lines change; a form of another version is not read. */
  public static final int VERSION = 1;

  /** Instead of the code of a unit. */
  public static final String OF_THE_POST = "POST";

  /** In what a line is answered. */
  public enum Kind {
    ITEMS,
    DONG,
    WORDS
  }

  /**
   * A line of the form.
   *
   * @param partOf the line whose parts add up to it
   */
  public record Line(String key, Kind kind, @Nullable String partOf) {

    public String label(Locale locale) {
      return Text.of("return." + key).in(locale);
    }

    public boolean isNumber() {
      return kind != Kind.WORDS;
    }
  }

  private final List<Line> lines;

  ReturnForm(List<Line> lines) {
    this.lines = lines;
  }

  public List<Line> lines() {
    return lines;
  }

  public Optional<Line> line(String key) {
    return lines.stream().filter(line -> line.key().equals(key)).findFirst();
  }

  /** Lines that parts add up to. */
  List<Line> sums() {
    List<Line> sums = new ArrayList<>();
    for (Line line : lines) {
      if (lines.stream().anyMatch(part -> line.key().equals(part.partOf()))) {
        sums.add(line);
      }
    }
    return sums;
  }

  public static ReturnForm of(String reporter) {
    return reporter.equals(OF_THE_POST) ? POST : UNIT;
  }

  private static Line number(String key) {
    return new Line(key, Kind.ITEMS, null);
  }

  private static Line part(String key, String of) {
    return new Line(key, Kind.ITEMS, of);
  }

  private static Line dong(String key) {
    return new Line(key, Kind.DONG, null);
  }

  private static Line text(String key) {
    return new Line(key, Kind.WORDS, null);
  }
}
