package vn.kt1.gateway.report.document;

import java.util.Map;
import vn.kt1.gateway.paper.Paper;

/** The letter as PDF: text that can be selected, its font inside. */
public final class LetterPdf {

  private final Paper paper = new Paper();

  public byte[] of(Letter letter) {
    return paper.print(
        "report/report.html", letter.title() + " " + letter.subject(), Map.of("letter", letter));
  }
}
