package vn.kt1.gateway.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Contract.Payer;
import vn.kt1.gateway.statement.InvoiceBook.Billed;
import vn.kt1.gateway.statement.InvoiceDifference.Kind;
import vn.kt1.gateway.statement.StatementHead.UsedTariff;
import vn.kt1.gateway.statement.StatementRow.Part;
import vn.kt1.gateway.statement.StatementRow.Price;

/** A small SYNTHETIC month that was added up by hand. */
final class Months {

  static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  static final List<StatementRow> ROWS =
      List.of(
          row(
              "3K7M-9XKD-4TNB-C",
              "MA000000014VN",
              3,
              "KT1",
              "WITHIN_PROVINCE",
              45,
              StatementTest.price(13_636, "8", 1_091),
              new Part("BASE", 13_636)),
          row(
              "5Q2M-8XKD-4TNB-7",
              "MA000000028VN",
              4,
              "KT1_B",
              "WITHIN_CITY",
              230,
              StatementTest.price(52_273, "8", 4_182),
              new Part("BASE", 15_000),
              new Part("B", 37_273)),
          row(
              "7Q2M-9XKD-4TNB-C",
              "MA000000031VN",
              17,
              "KT1_A_EXPRESS",
              "BETWEEN_PROVINCES",
              2_480,
              StatementTest.price(115_909, "8", 9_273),
              new Part("BASE", 27_273),
              new Part("A", 48_636),
              new Part("EXPRESS", 40_000)),
          row(
              "8Q2M-9XKD-4TNB-5",
              null,
              28,
              "KT1",
              "WITHIN_CITY",
              180,
              StatementTest.price(15_000, "10", 1_500),
              new Part("BASE", 15_000)),
          row("9Q2M-9XKD-4TNB-3", "MA000000045VN", 30, "KT1_C_EXPRESS_TIMED", null, 90, null));

  private Months() {}

  static StatementRow row(
      String id,
      @Nullable String item,
      int day,
      String service,
      @Nullable String zone,
      int grams,
      @Nullable Price price,
      Part... parts) {
    return new StatementRow(
        id,
        item,
        Instant.parse("2026-11-%02dT02:00:00Z".formatted(day)),
        service,
        zone,
        grams,
        Arrays.asList(parts),
        price,
        price == null ? List.of("zone", "express-timed") : List.of(),
        id.startsWith("3"),
        id.startsWith("5"));
  }

  static MonthlyStatement month(int copies) {
    List<StatementRow> rows = new ArrayList<>();
    for (int n = 0; n < copies; n++) {
      rows.addAll(ROWS);
    }
    return new MonthlyStatement(
        new StatementHead(
            "H24.16",
            "Sở Khoa học và Công nghệ thành phố Hải Phòng",
            "hai-phong",
            NOVEMBER,
            true,
            Instant.parse("2026-12-01T02:00:00Z"),
            Payer.PAYS,
            "HĐ-KT1/2026/0017",
            false,
            List.of(
                new UsedTariff(
                    "sandbox-2026",
                    "a".repeat(64),
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2027, 6, 30),
                    "SYNTHETIC, dựng để thử",
                    false))),
        Statement.of(rows),
        true,
        List.of(
            new Billed("HD-0000123", Instant.parse("2026-12-01T01:00:00Z"), 4, 170_000, 13_900, 1)),
        List.of(
            new InvoiceDifference(
                Kind.OTHER_AMOUNT,
                "HD-0000123",
                2,
                "MA000000028VN",
                "5Q2M-8XKD-4TNB-7",
                62_273L,
                52_273L),
            new InvoiceDifference(
                Kind.UNKNOWN_ITEM, "HD-0000123", 4, "MA000000099VN", null, null, null),
            new InvoiceDifference(
                Kind.NOT_INVOICED, null, null, null, "8Q2M-9XKD-4TNB-5", null, 15_000L)));
  }
}
