package vn.kt1.gateway.report.document;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.ReportLetter;

/**
 * A report as an administrative letter (NĐ 30/2020/NĐ-CP, Phụ lục I). The order of its parts is
 * ours: no form of a report on KT1 was found.
 *
 * @param number such as {@code Số: …/BC-SKHCN}; the number itself is written by hand
 * @param dated place and day
 * @param stamp stands on every page: as of when, which version
 */
public record Letter(
    ReportLetter head,
    String number,
    String dated,
    String title,
    String subject,
    String stamp,
    List<Block> body) {

  /** A part of the body, in its order. */
  public sealed interface Block permits Heading, Paragraph, Table, Bars {}

  /** Begins a section, or a part of one. */
  public record Heading(String text, boolean main) implements Block {}

  public record Paragraph(String text) implements Block {}

  /** Of texts and numbers. */
  public record Table(String caption, List<String> header, List<List<String>> rows)
      implements Block {

    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** Numbers stand on the right. */
    public static boolean isNumber(String cell) {
      return cell.matches("[0-9]+(,[0-9]+)?|–");
    }
  }

  /** A bar for each value. */
  public record Bars(String caption, List<String> labels, List<Long> values) implements Block {

    public Bars {
      labels = List.copyOf(labels);
      values = List.copyOf(values);
    }

    public long most() {
      return Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
    }
  }

  public Letter {
    body = List.copyOf(body);
  }

  /** For a pen. */
  public static final String DOTS = "………………";

  public String parent() {
    return orDots(head.parent());
  }

  public String issuer() {
    return orDots(head.issuer());
  }

  public String authority() {
    return orDots(head.authority());
  }

  public List<String> to() {
    return head.to().isEmpty() ? List.of(DOTS) : head.to();
  }

  public List<String> copies() {
    return head.copies().isEmpty() ? List.of("Như trên", "Lưu: VT") : head.copies();
  }

  static String orDots(@Nullable String text) {
    return text == null ? DOTS : text;
  }
}
