package vn.kt1.gateway.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.shipment.StatusMap;
import vn.kt1.gateway.shipment.TrackingEvent;
import vn.kt1.gateway.tracking.HistoryReader.History;
import vn.kt1.gateway.tracking.TrackingHealth.Kind;

class HistoryReaderTest {
  private static final String ENTRY =
      """
      {"createdDate":"22/11/2026","createHour":"09:05:07","statusCode":"14",
       "statusName":"Đã giao hàng","locateName":"Bưu cục mẫu"}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'data':{'statusHistory':[%s]}}",
        "{'data':[{'statusHistory':[%s]}]}",
        "{'data':[{'statusHistory ':[%s]}]}",
        "{'Data':{'StatusHistory':[%s]},'Type':'00'}",
        "{'data':{'statusHistory':%s}}",
        "{'data':[%s],'type':'02'}",
        "{'statusHistory':[%s]}",
        "[{'statusHistory':[%s]}]",
        "{'success':true,'data':[{'itemCode':'ea 000000014 vn','statusHistory':[%s]}]}",
        "{'data':[null,{'statusHistory':null},{'statusHistory':[%s]}]}",
        "[{'results':[{'statusHistory':[%s]}]}]"
      })
  void finds_the_history_wherever_it_stands(String shape) {
    History history = read(shape.replace('\'', '"').formatted(ENTRY));
    assertThat(history.events()).hasSize(1);
    TrackingEvent event = history.events().get(0);
    assertThat(event.source()).isEqualTo("myvnp");
    assertThat(event.rawCode()).isEqualTo("14");
    assertThat(event.rawText()).isEqualTo("Đã giao hàng");
    assertThat(event.location()).isEqualTo("Bưu cục mẫu");
    assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-22T02:05:07Z"));
    assertThat(event.itemCode().normalised()).isEqualTo("EA000000014VN");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'createdDate':'22/11/2026','createdHour':'09:05:07'",
        "'createdDate':'22/11/2026','CreateHour':'9:5:07'",
        "'CreatedDate':'22-11-2026','time':'09:05:07'",
        "'createdDate':'2026-11-22','createHour':'09:05:07.000'",
        "'createdDate':'22/11/2026 00:00:00','createHour':'09:05:07'",
        "'createdDate':'22/11/2026 09:05:07'",
        "'createdDate':'22-11-2026 09:05:07','createHour':''",
        "'createdDate':'2026-11-22T09:05:07'",
        "'createdDate':'2026-11-22T02:05:07Z'",
        "'createdDate':'2026-11-22T09:05:07.0000000+0700'",
        "'time':'2026-11-22T09:05:07+07:00'",
        "'createdDate':' 22/11/2026 ','createHour ':' 09:05:07 '"
      })
  void reads_every_way_of_writing_a_time(String fields) {
    assertThat(entry(fields + ",'statusCode':'10'").events())
        .extracting(TrackingEvent::occurredAt)
        .containsExactly(Instant.parse("2026-11-22T02:05:07Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'statusCode':14 | myvnp | 14",
        "'statusCode':'14.0' | myvnp | 14",
        "'StatusCode':14.0 | myvnp | 14",
        "'statusCode':'ema' | upu | EMA",
        "'statusCode':'999' | myvnp | 999",
        "'statusCode':'','statusName':'Đã giao hàng' | myvnp | 14",
        "'statusName':' ĐÃ  GIAO hàng ' | myvnp | 14",
        "'statusName':'Đang giao thử' | myvnp | Đang giao thử",
        "'statusName':'Da giao hang' | myvnp | Da giao hang"
      })
  void tells_the_code_by_number_else_by_the_exact_name(String fields, String source, String code) {
    History history = entry("'createdDate':'22/11/2026 09:05:07'," + fields);
    assertThat(history.events())
        .extracting(TrackingEvent::source, TrackingEvent::rawCode)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(source, code));
  }

  @Test
  void a_name_in_decomposed_letters_is_the_same_name() {
    String decomposed =
        java.text.Normalizer.normalize("Đã giao hàng", java.text.Normalizer.Form.NFD);
    assertThat(StatusNames.code(decomposed)).isEqualTo("14");
  }

  @Test
  void money_has_a_meaning_and_no_state() {
    History history = entry("'createdDate':'22/11/2026 09:05:07','statusName':'Đã trả tiền COD'");
    TrackingEvent event = history.events().get(0);
    assertThat(StatusMap.meaning(event.source(), event.rawCode()).orElseThrow().state()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"21", "28", "29"})
  void money_is_an_event_without_a_state(String code) {
    TrackingEvent event =
        entry("'createdDate':'22/11/2026 09:05:07','statusCode':'" + code + "'").events().get(0);
    assertThat(StatusMap.meaning(event.source(), event.rawCode()).orElseThrow().state()).isNull();
  }

  @Test
  void people_are_left_where_they_came_from_masked_or_not() {
    History history =
        read(
            """
            {"data":[{"itemCode":"EA000000014VN","senderName":"Ngu+++ A","receiverPhone":"09+++12",
              "contentNote":"bí mật","statusHistory":[%s]}]}"""
                .formatted(ENTRY.replace("}", ",\"senderName\":\"Tr+++ B\"}")));
    assertThat(history.events().toString()).contains("EA000000014VN").doesNotContain("+", "mật");
  }

  @Test
  void one_bad_entry_loses_no_good_one_and_is_counted() {
    String bad =
        """
        {"createdDate":"32/11/2026","createHour":"09:05","statusCode":"14"},
        {"createdDate":"22/11/2026","statusCode":"14"},
        {"createdDate":"22/11/2026","createHour":"09:05:07"},
        {"createdDate":"22/11/2026","createHour":"09:05:07","statusCode":"giao rồi"},
        {"createdDate":"01/01/9999","createHour":"09:05:07","statusCode":"14"},
        {"createdDate":{},"createHour":[],"statusCode":{}},
        null, 7, "x",""";
    History history = read("{\"data\":[{\"statusHistory\":[" + bad + ENTRY + "]}]}");
    assertThat(history.events()).extracting(TrackingEvent::rawCode).containsExactly("14");
    assertThat(history.unreadable()).isEqualTo(9);
  }

  @Test
  void takes_nothing_of_another_item() {
    String other = "{\"itemCode\":\"EA2\",\"statusHistory\":[" + ENTRY + "]}";
    assertThatThrownBy(() -> read("{\"data\":[" + other + "]}"))
        .isInstanceOf(NoAnswer.class)
        .hasMessageContaining("OTHER_ITEM");
    String asked = "{\"itemCode\":\"EA000000014VN\",\"statusHistory\":[" + ENTRY + "]}";
    assertThat(read("{\"data\":[" + other + "," + asked + "]}").events()).hasSize(1);
    assertThat(read("{\"data\":[{\"itemCode\":\"EA2\",\"statusHistory\":[]}]}").events()).isEmpty();
    assertThat(read("{\"data\":[{\"statusHistory\":[" + ENTRY.replace("2026", "2025") + "]}]}"))
        .as("the code was used before")
        .isEqualTo(new History(List.of(), 0));
  }

  @Test
  void the_item_is_the_one_asked_about_whatever_dress_its_code_has() {
    String about = "{\"data\":[{\"itemCode\":\"%s\",\"statusHistory\":[" + ENTRY + "]}]}";
    for (String same : List.of("EA000000014VN.0", "'EA 000-000-014 VN", "ea000000014vn,0")) {
      assertThat(read(about.formatted(same)).events()).hasSize(1);
    }
    assertThatThrownBy(() -> read(about.formatted("EA000000014VN0"))).isInstanceOf(NoAnswer.class);
  }

  @Test
  void tidies_texts_so_that_the_ledger_can_hold_them() {
    String place = "Bưu\\u0000cục\\ud800  mẫu" + " x".repeat(300);
    History history =
        entry("'createdDate':'22/11/2026 09:05:07','statusCode':'14','LocateName':'" + place + "'");
    assertThat(history.events().get(0).location()).startsWith("Bưu cục mẫu x").hasSizeLessThan(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Code\":\"99\",\"Message\":\"không tìm thấy\",\"success\":false}",
        "{\"code\":99}",
        "{\"data\":null}",
        "{\"data\":[],\"Type\":\"00\"}",
        "{\"success\":true,\"data\":{}}",
        "{\"Type\":\"02\"}",
        "{\"data\":{\"statusHistory\":null}}",
        "[]"
      })
  void no_news_is_no_failure(String body) {
    assertThat(read(body)).isEqualTo(new History(List.of(), 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"success\":false,\"errorMessage\":\"bí mật\"} | ERROR_INSIDE",
        "{\"Type\":\"99\",\"data\":[]} | ERROR_INSIDE",
        "{\"type\":\"01\"} | ERROR_INSIDE",
        "<html>bí mật</html> | UNREADABLE",
        "`` | UNREADABLE",
        "{\"data\":[ | UNREADABLE",
        "\"bí mật\" | UNREADABLE",
        "null | UNREADABLE",
        "{\"bí mật\":1} | UNREADABLE"
      })
  void what_is_no_answer_fails_by_its_kind_and_quotes_nothing(String body, Kind kind) {
    assertThatThrownBy(() -> read(body))
        .isInstanceOf(NoAnswer.class)
        .hasMessageNotContaining("mật")
        .hasNoCause()
        .extracting(failure -> ((NoAnswer) failure).kind())
        .isEqualTo(kind);
  }

  @Property
  void whatever_comes_is_an_answer_or_none(
      @ForAll @IntRange(max = 300) int at, @ForAll byte instead, @ForAll boolean cut) {
    byte[] body =
        ("{\"data\":[{\"statusHistory \":[" + ENTRY + "," + ENTRY + "]}]}")
            .getBytes(StandardCharsets.UTF_8);
    int place = at % body.length;
    body[place] = instead;
    byte[] sent = cut ? java.util.Arrays.copyOf(body, place) : body;
    try {
      assertThat(HistoryReader.read(Given.inquiry("EA000000014VN"), sent).events())
          .hasSizeLessThan(3);
    } catch (NoAnswer told) {
      assertThat(told.kind()).isNotNull();
    }
  }

  private static History entry(String fields) {
    return read("{\"data\":{\"statusHistory\":[{" + fields.replace('\'', '"') + "}]}}");
  }

  private static History read(String body) {
    return HistoryReader.read(
        Given.inquiry("EA000000014VN"), body.getBytes(StandardCharsets.UTF_8));
  }
}
