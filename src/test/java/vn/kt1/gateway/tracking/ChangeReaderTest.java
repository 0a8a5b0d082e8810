package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.StrictJson;
import vn.kt1.gateway.tracking.ChangesAnswer.Change;

/** What has changed, as listed and as told by web-hook. */
class ChangeReaderTest {

  private static final ChangesQuestion QUESTION =
      new ChangesQuestion(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 22), 0, 2);
  private static final String ORDER =
      "{'itemCode':'ea 000000014 vn','status':'14','updatedDate':'22/11/2026 09:05:07',"
          + "'senderName':'Ngu+++ A','receiverPhone':'09+++12','contentNote':'bí mật'}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'results':[%s]}",
        "[{'results':[%s]}]",
        "{'Results':[%s]}",
        "{'data':{'results':[%s]},'Type':'00'}",
        "{'data':[%s],'success':true}",
        "[%s]"
      })
  void finds_the_orders_wherever_they_stand(String shape) {
    assertThat(changes(shape.formatted(ORDER)))
        .extracting(Change::itemCode)
        .containsExactly("EA000000014VN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ItemCode':'EA000000014VN','Status':14,'UpdatedDate':'22-11-2026 09:05:07'}",
        "{'itemCode ':'EA000000014VN','status':'14.0','updatedDate':'2026-11-22T09:05:07'}",
        "{'itemCode':'EA000000014VN','status':14,'updatedDate':'22/11/2026 9:5:7','totalFee':1}"
      })
  void the_same_change_has_the_same_mark_however_it_is_spelled(String order) {
    assertThat(changes("{'results':[" + order + "]}"))
        .isEqualTo(changes("{'results':[" + ORDER + "]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'itemCode':'EA000000014VN','status':'13','updatedDate':'22/11/2026 09:05:07'}",
        "{'itemCode':'EA000000014VN','status':'14','updatedDate':'22/11/2026 09:05:08'}",
        "{'itemCode':'EA000000014VN','status':'14','updatedDate':'sáng nay'}",
        "{'itemCode':'EA000000014VN'}"
      })
  void another_status_or_time_has_another_mark(String order) {
    assertThat(changes("{'results':[" + order + "]}").get(0).mark())
        .isNotEqualTo(changes("{'results':[" + ORDER + "]}").get(0).mark());
  }

  @Test
  void nothing_of_an_order_is_kept_but_its_codes_and_a_digest() {
    assertThat(read("{'results':[" + ORDER + "]}").toString())
        .contains("EA000000014VN")
        .doesNotContain("+", "mật", "22/11", "status");
    assertThat(changes("{'results':[" + ORDER + "]}").get(0).mark()).matches("[0-9a-f]{64}");
  }

  @Test
  void the_code_an_item_had_before_counts_too() {
    assertThat(changes("{'results':[{'itemCode':'EA2','originalItemCode':'ea.1'}]}"))
        .extracting(Change::itemCode)
        .containsExactlyInAnyOrder("EA1", "EA2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "600388060773.0",
        "'600388060773.0'",
        "600388060773",
        "'600388060773,0'",
        "6.00388060773e11"
      })
  void a_code_is_the_one_before_the_decimals_of_a_spreadsheet(String code) {
    assertThat(changes("{'results':[{'itemCode':" + code + "}]}"))
        .extracting(Change::itemCode)
        .containsExactly("600388060773");
  }

  @Test
  void an_empty_page_is_the_last_and_a_short_one_is_not() {
    for (String none : List.of("{'results':[]}", "{'Code':'99'}", "[]", "{'Type':'00'}")) {
      assertThat(read(none).last()).as(none).isTrue();
    }
    assertThat(read("{'results':[" + ORDER + "]}").last()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>", "{'success':false}", "{'Type':'01'}", "{}", "7", "{'x':[]}"})
  void what_is_no_answer_is_none(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(NoAnswer.class);
  }

  @Test
  void a_web_hook_gives_its_item_codes_and_nothing_else() throws IOException {
    String body =
        "{'Data':["
            + ORDER
            + ",{'originalItemCode':'EA-2'},{'itemCode':''},7,null],'sendDate':'x',"
            + "'signature':'U1lOVEhFVElD'}";
    assertThat(hint(body)).containsExactlyInAnyOrder("EA000000014VN", "EA2");
    assertThat(hint("{'data':{'ITEMCODE':'EA3'}}")).containsExactly("EA3");
    assertThat(hint("{}")).isEmpty();
    assertThat(hint("{'data':'EA3','itemcodes':['EA4']}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'EA1'", "7", "null"})
  void a_web_hook_that_is_neither_object_nor_list_is_malformed(String body) {
    assertThatThrownBy(() -> hint(body)).isInstanceOf(Rejected.class).hasMessage("[malformed]");
  }

  private static Set<String> hint(String body) throws IOException {
    return new Webhook().read(StrictJson.MAPPER.readTree(bytes(body))).itemCodes();
  }

  private static List<Change> changes(String body) {
    return read(body).changes();
  }

  private static ChangesAnswer read(String body) {
    return ChangeReader.read(QUESTION, bytes(body));
  }

  private static byte[] bytes(String body) {
    return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
