package vn.kt1.gateway.statement;

import java.util.Map;
import org.springframework.stereotype.Component;
import vn.kt1.gateway.paper.Paper;

/** Prints a statement as PDF. The layout is ours: no official form was found. */
@Component
class StatementPrinter {

  private final Paper paper = new Paper();

  byte[] print(MonthlyStatement month) {
    String title = month.head().unit() + " " + month.head().month();
    return paper.print("statement/statement.html", title, Map.of("page", StatementPage.of(month)));
  }
}
