package vn.kt1.gateway.post.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.InvoiceRow;
import vn.kt1.gateway.shipment.ItemCode;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;

class InvoiceFilesTest {

  private static final String HEADER =
      "invoice_no,month,unit,item_code,shipment_id,service,weight_g,amount,vat,total\n";

  private final PostReader files = new PostReader(new Directory(List.of(), List.of(), List.of()));

  @Test
  void reads_items_and_stated_sums() {
    ReadFile<InvoiceRow> file =
        read(
            "HD-1,2026-11,H24.16,MA000000014VN,S-1,KT1_B,180,52273,4182,56455\n"
                + "HD-1,11/2026,,total,,,,52273,4182,56455\n");
    assertThat(file.faults()).isEmpty();
    assertThat(file.rows())
        .containsExactly(
            new InvoiceRow(
                1,
                "HD-1",
                YearMonth.of(2026, 11),
                "H24.16",
                ItemCode.of("MA000000014VN"),
                "S-1",
                "KT1_B",
                180,
                52_273,
                4_182,
                56_455L),
            new InvoiceRow(
                2,
                "HD-1",
                YearMonth.of(2026, 11),
                null,
                null,
                null,
                null,
                null,
                52_273,
                4_182,
                56_455L));
  }

  @ParameterizedTest
  @CsvSource({"1234567,1234567", "1234567.0,1234567", "'1234567,00',1234567", "0,0"})
  void money_is_digits_and_at_most_a_zero_behind_a_mark(String written, long dong) {
    assertThat(read("HD-1,2026-11,H24.16,MA000000014VN,,,,\"" + written + "\",0,\n").rows())
        .extracting(InvoiceRow::amount)
        .containsExactly(dong);
  }

  /** {@code 1.000} may be a thousand: as one dong it would be lost money. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.234.567",
        "1,234,567",
        "1.000",
        "1 000",
        "-5",
        "5đ",
        "1e6",
        "0.5",
        "12345678901234"
      })
  void other_money_costs_its_row_and_is_told_what_to_write(String written) {
    ReadFile<InvoiceRow> file =
        read(
            "HD-1,2026-11,H24.16,MA000000014VN,,,,\""
                + written
                + "\",0,\n"
                + "HD-1,2026-11,H24.16,MA000000028VN,,,,1,0,\n");
    assertThat(file.rows()).extracting(InvoiceRow::row).containsExactly(2);
    assertThat(file.faults()).extracting(RowFault::code).containsExactly(Code.BAD_VALUE);
    assertThat(file.faults().get(0).detail().vi()).contains("amount", "1234567");
  }

  @Property(tries = 200)
  void every_whole_amount_is_read_as_written(
      @ForAll @LongRange(min = 0, max = 999_999_999_999L) long dong) {
    assertThat(read("HD-1,2026-11,H24.16,MA000000014VN,,,," + dong + "," + dong + ",\n").rows())
        .extracting(InvoiceRow::amount, InvoiceRow::vat)
        .containsExactly(tuple(dong, dong));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-13", "2026", "13/2026", "tháng 11", "1926-11", "2026-11-05"})
  void a_month_nobody_can_read_costs_its_row(String month) {
    ReadFile<InvoiceRow> file = read("HD-1," + month + ",H24.16,MA000000014VN,,,,1,0,\n");
    assertThat(file.rows()).isEmpty();
    assertThat(file.faults().get(0).detail().vi()).contains("month", "2026-11");
  }

  @Test
  void every_fault_of_a_row_is_told_and_an_optional_cell_loses_no_row() {
    ReadFile<InvoiceRow> file =
        read(",2026-99,,E+12,,,,x,-1,\n" + "HD-1,2026-11,H24.16,MA000000014VN,,,180g,1,0,1.0.0\n");
    assertThat(file.faults().get(0).detail().vi())
        .contains("invoice_no", "month", "unit", "amount", "vat");
    assertThat(file.rows()).singleElement().extracting(InvoiceRow::weightGrams).isNull();
    assertThat(file.warnings()).hasSize(2);
  }

  @Test
  void a_file_without_the_needed_columns_is_another_kind() {
    assertThatThrownBy(
            () ->
                ReadFile.of(
                    files.invoices(
                        "x.csv", "item_code,amount\nA,1\n".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Rejected.class);
  }

  private ReadFile<InvoiceRow> read(String rows) {
    return ReadFile.of(files.invoices("x.csv", (HEADER + rows).getBytes(StandardCharsets.UTF_8)));
  }
}
