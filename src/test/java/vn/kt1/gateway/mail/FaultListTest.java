package vn.kt1.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.notice.Notice;
import vn.kt1.gateway.notice.NoticeSettings;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Text;

/** What a refused mail is told in its text. */
class FaultListTest {

  @Test
  void a_fault_is_told_with_its_place_and_what_to_do() {
    Text told =
        FaultList.of(
            List.of(
                Fault.of(Code.BAD_VALUE, "/envelopes/2/weightGrams").atRow(3),
                Fault.of(Code.MISSING_FIELD, "/sender"),
                Fault.of(Code.MALFORMED, "").atRow(7),
                Fault.of(Code.TOO_MANY, "", "mail-attachments")));
    String mend = Text.of("fault.bad-value").vi();
    assertThat(told.vi().split("\n"))
        .hasSize(4)
        .contains("  - Dòng 3, /envelopes/2/weightGrams: " + mend)
        .anyMatch(line -> line.startsWith("  - /sender: "))
        .anyMatch(line -> line.startsWith("  - Dòng 7: "));
    assertThat(told.vi()).endsWith(Text.of("fault.too-many.mail-attachments").vi());
    assertThat(told.en()).contains("  - Row 3, /envelopes/2/weightGrams: ", "  - /sender: ");
  }

  @Test
  void fifty_are_told_and_how_many_more_there_are() {
    List<Fault> many = Collections.nCopies(1_234, Fault.of(Code.BAD_VALUE, "/x"));
    Text told = FaultList.of(many);
    assertThat(told.vi().split("\n")).hasSize(51);
    assertThat(told.vi()).endsWith("\n  - … và 1184 lỗi nữa");
    assertThat(told.en()).endsWith("\n  - … and 1184 more");
    assertThat(FaultList.of(many.subList(0, 50)).vi().split("\n")).hasSize(50);
  }

  @Test
  void the_file_is_named_where_its_name_may_be_told() {
    assertThat(text("HO-1.csv")).contains("chưa nhận tệp HO-1.csv", "taken the file HO-1.csv");
    assertThat(text(null)).contains("chưa nhận bàn giao trong thư", "error.json", "id-1");
  }

  private static String text(String file) {
    Caller caller = new Caller("p", Caller.Role.PARTNER, Set.of(), null);
    RefusedMail refused =
        new RefusedMail(
            "id-1", "malformed", file, "", List.of(Fault.of(Code.MALFORMED, "")), new byte[0]);
    Notice notice =
        new MailAnswers(new NoticeSettings(20, 3)).error(caller, true, refused).notices().get(0);
    return notice.text();
  }
}
