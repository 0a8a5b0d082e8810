package vn.kt1.gateway.slip;

import java.util.Map;
import vn.kt1.gateway.paper.Paper;

/** Prints a {@link Slip} as PDF: posting-book pages in landscape, then sheets of six labels. */
public final class SlipPrinter {
  private final Paper paper = new Paper();

  /** Returns the bytes of the PDF; the same slip always gives the same bytes. */
  public byte[] print(Slip slip) {
    return paper.print("slip/slip.html", slip.handOffId(), Map.of("slip", SlipPage.of(slip)));
  }
}
