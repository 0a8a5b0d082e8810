package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.PostAnswer;
import vn.kt1.gateway.shipment.PostFile;
import vn.kt1.gateway.shipment.PostFile.RowFault;
import vn.kt1.gateway.shipment.Rejected;

class ReceiptFilesTest {

  private static final String HEADER =
      "order_id,shipment_id,result,item_code,accepted_at,post_office,weight_g,reason\n";

  private final ReceiptFiles files = new ReceiptFiles();

  @Test
  void reads_an_accepted_and_a_refused_order() {
    PostFile<PostAnswer> file =
        read(
            HEADER
                + "O-1,S-1,ACCEPTED,ra473124829vn,2026-11-22T10:15:00+07:00,Hải Phòng,182,\n"
                + "O-2,,refused,,,,,Sai địa chỉ\n");
    PostAnswer accepted = file.rows().get(0);
    assertThat(accepted.orderId()).isEqualTo("O-1");
    assertThat(accepted.shipmentId()).isEqualTo("S-1");
    assertThat(accepted.result()).isEqualTo(PostAnswer.Result.ACCEPTED);
    assertThat(accepted.itemCode().normalised()).isEqualTo("RA473124829VN");
    assertThat(accepted.at()).isEqualTo(Instant.parse("2026-11-22T03:15:00Z"));
    assertThat(accepted.weightGrams()).isEqualTo(182);
    assertThat(file.rows().get(1))
        .isEqualTo(
            new PostAnswer(
                2, "O-2", null, PostAnswer.Result.REFUSED, null, null, null, null, "Sai địa chỉ"));
  }

  @Test
  void one_bad_row_keeps_the_good_ones() {
    PostFile<PostAnswer> file =
        read(
            HEADER
                + "O-1,,ACCEPTED,RA473124829VN,2026-11-22T10:15:00+07:00,,,\n"
                + ",,ACCEPTED,RA473124829VN,2026-11-22T10:15:00+07:00,,,\n"
                + "O-3,,ACCEPTED,,2026-11-22T10:15:00+07:00,,,\n"
                + "O-4,,ACCEPTED,RA473124829VN,,,,\n"
                + "O-5,,TAKEN,RA473124829VN,2026-11-22T10:15:00+07:00,,,\n"
                + "O-6,,ACCEPTED,RA473124829VN,31/02/2026 10:15:00,,,\n"
                + "O-7,,ACCEPTED,1.2E+12,2026-11-22T10:15:00+07:00,,1.5,\n"
                + "O-8,,ACCEPTED,?,2026-11-22T10:15:00+07:00,,,\n"
                + "O-9,,ACCEPTED,RA473124829VN,22/11/2026 10:15:00,,,\n");
    assertThat(file.rowCount()).isEqualTo(9);
    assertThat(file.rows()).extracting(PostAnswer::orderId).containsExactly("O-1", "O-9");
    assertThat(file.faults())
        .extracting(RowFault::code)
        .containsExactly(
            Code.MISSING_FIELD,
            Code.MISSING_FIELD,
            Code.MISSING_FIELD,
            Code.BAD_VALUE,
            Code.BAD_VALUE,
            Code.BAD_VALUE,
            Code.BAD_VALUE);
  }

  @Test
  void a_file_without_order_or_result_is_refused() {
    assertThatThrownBy(() -> read("order_id,item_code\nO-1,RA473124829VN\n"))
        .isInstanceOfSatisfying(
            Rejected.class, no -> assertThat(no.code()).isEqualTo(Code.HEADER_NOT_FOUND));
  }

  @Property
  void no_bytes_bring_it_down(@ForAll byte[] bytes) {
    assertThat(catchThrowable(() -> files.read("r.csv", bytes)))
        .satisfiesAnyOf(
            none -> assertThat(none).isNull(), no -> assertThat(no).isInstanceOf(Rejected.class));
  }

  private PostFile<PostAnswer> read(String text) {
    return files.read("r.csv", text.getBytes(StandardCharsets.UTF_8));
  }
}
