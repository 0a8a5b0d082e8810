package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.oned.Code128Reader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each caller sees over HTTP, and what is not there for them. */
class RestReadingIT extends RestGateway {

  private static final List<String> DEGREE =
      List.of("secrecy", "mark", "service", "reasons", "warnings", "sla", "cost");

  private String handOffId = "";
  private String shipmentId = "";

  @BeforeEach
  void one_secret_envelope_is_on_its_way() {
    handOffId = freshId();
    JsonNode receipt = json(post(partner("hp-eoffice"), secret(handOffId)));
    shipmentId = receipt.at("/shipments/0/shipmentId").asText();
  }

  @Test
  void null_in_quotes_names_nothing() {
    HttpResponse<byte[]> answer = post(partner("hp-eoffice"), secret("null"));
    assertThat(json(answer).path("code").asText()).isEqualTo("missing-field");
    assertThat(get(partner("hp-eoffice"), "/hand-offs/null").statusCode()).isEqualTo(404);
    assertThat(get(partner("hp-eoffice"), "/shipments/null").statusCode()).isEqualTo(404);
  }

  /** Who is entitled: AccessMatrixIT. */
  @Test
  void degree_data_is_there_for_those_entitled() {
    String who = partner("hp-eoffice");
    JsonNode shipment = json(get(who, "/shipments/" + shipmentId));
    assertThat(fields(shipment)).containsAll(DEGREE);
    assertThat(shipment.path("secrecy").asText()).isEqualTo("SECRET");
    assertThat(shipment.path("mark").asText()).isEqualTo("B");
    JsonNode receipt = json(get(who, "/hand-offs/" + handOffId));
    assertThat(receipt.at("/shipments/0/service").asText()).isEqualTo("KT1_B");
  }

  @Test
  void duties_are_shown_with_what_they_lack() {
    JsonNode before = json(get(partner("hp-eoffice"), "/shipments/" + shipmentId));
    assertThat(before.at("/sla/result").asText()).as("a table is in force").isEqualTo("OPEN");
    assertThat(before.at("/cost/missing/0").asText()).isEqualTo("acceptance");
    assertThat(before.path("confirmations")).isEmpty();
    jdbc.sql(
            """
            insert into transit (shipment_id, accepted_at, due_at, computed_at)
            values (?, '2026-11-20T00:00Z', '2026-11-21T00:00Z', now())
            """)
        .param(shipmentId)
        .update();
    jdbc.sql(
            """
            insert into charge (shipment_id, accepted_at, parts, amount, vat, missing, computed_at)
            values (?, '2026-11-20T00:00Z', '[]', 25000, 2000, '{}', now())
            """)
        .param(shipmentId)
        .update();
    jdbc.sql(
            """
            insert into confirmation (confirmation_id, shipment_id, result, finding, at, role,
              recorded_at)
            values (gen_random_uuid(), ?, 'PROBLEM', 'DAMAGED', '2026-11-22T02:00Z', 'PARTNER', now())
            """)
        .param(shipmentId)
        .update();
    for (String path : List.of("/shipments/" + shipmentId, "/shipments?handOffId=" + handOffId)) {
      JsonNode answer = json(get(partner("hp-eoffice"), path));
      JsonNode shown = answer.has("items") ? answer.at("/items/0") : answer;
      assertThat(shown.at("/sla/dueAt").asText()).isEqualTo("2026-11-21T07:00:00+07:00");
      assertThat(shown.at("/sla/result").asText()).isEqualTo("LATE");
      assertThat(shown.path("cost").toString())
          .isEqualTo("{\"amount\":25000,\"vat\":2000,\"currency\":\"VND\",\"missing\":[]}");
      assertThat(shown.at("/confirmations/0/finding").asText()).isEqualTo("DAMAGED");
      assertThat(shown.at("/confirmations/0/at").asText()).isEqualTo("2026-11-22T09:00:00+07:00");
    }
    JsonNode told = json(get(partner("hp-eoffice"), "/overdue?unit=H24.16")).path("items");
    assertThat(told.findValuesAsText("shipmentId")).contains(shipmentId);
    assertThat(json(get(partner("qn-eoffice"), "/overdue")).path("items")).isEmpty();
    // Else a mail would tell its sender, in the middle of another test.
    jdbc.sql("delete from transit where shipment_id = ?").param(shipmentId).update();
  }

  @Test
  void degree_data_is_absent_for_everybody_else() {
    String who = person("viewer");
    for (String path : List.of("/shipments/" + shipmentId, "/hand-offs/" + handOffId)) {
      HttpResponse<byte[]> answer = get(who, path);
      assertThat(answer.statusCode()).isEqualTo(200);
      String text = new String(answer.body(), StandardCharsets.UTF_8);
      assertThat(text).doesNotContain("SECRET").doesNotContain("KT1_B").doesNotContain("reasons");
      assertThat(fields(json(answer))).doesNotContainAnyElementsOf(DEGREE);
    }
    JsonNode listed = json(get(who, "/shipments?limit=200")).path("items");
    assertThat(listed).isNotEmpty();
    listed.forEach(item -> assertThat(fields(item)).doesNotContainAnyElementsOf(DEGREE));
  }

  @Test
  void what_the_post_says_of_a_degree_is_told_to_those_entitled_alone() {
    jdbc.sql(
            """
            insert into event (event_id, shipment_id, source, raw_code, raw_text, location,
              occurred_at, recorded_at)
            select gen_random_uuid(), shipment_id, 'myvnp', 'KT1_B', 'KT1_A_EXPRESS tuyệt mật',
              'Bưu cục KT1 (T Ố I  M Ậ T)', occurred_at + interval '1 minute', recorded_at
            from event where shipment_id = ? and state = 'REGISTERED'
            """)
        .param(shipmentId)
        .update();
    String path = "/shipments/" + shipmentId + "/timeline";
    JsonNode entitled = toldByThePost(get(partner("hp-eoffice"), path));
    assertThat(entitled.path("rawText").asText()).isEqualTo("KT1_A_EXPRESS tuyệt mật");
    assertThat(entitled.path("location").asText()).isEqualTo("Bưu cục KT1 (T Ố I  M Ậ T)");
    for (String who : List.of("viewer", "auditor")) {
      JsonNode told = toldByThePost(get(person(who), path));
      assertThat(told.path("rawCode").asText()).isEqualTo("KT1");
      assertThat(told.path("rawText").asText()).isEqualTo("KT1");
      assertThat(told.path("location").asText()).isEqualTo("Bưu cục KT1");
    }
  }

  private static JsonNode toldByThePost(HttpResponse<byte[]> timeline) {
    for (JsonNode event : json(timeline).path("items")) {
      if (event.path("source").asText().equals("myvnp")) {
        return event;
      }
    }
    throw new AssertionError("the post has told nothing");
  }

  @Test
  void the_receipt_is_shown_as_it_was_given() {
    String message = secret(freshId());
    HttpResponse<byte[]> given = post(partner("hp-eoffice"), message);
    String id = json(given).path("handOffId").asText();
    assertThat(get(partner("hp-eoffice"), "/hand-offs/" + id).body()).isEqualTo(given.body());
  }

  @Test
  void a_timeline_begins_with_the_registration() {
    JsonNode items =
        json(get(partner("hp-eoffice"), "/shipments/" + shipmentId + "/timeline")).path("items");
    JsonNode first = items.path(0);
    assertThat(fields(first))
        .containsExactly(
            "eventId",
            "state",
            "source",
            "rawCode",
            "rawText",
            "location",
            "occurredAt",
            "recordedAt",
            "correctedBy");
    assertThat(first.path("state").asText()).isEqualTo("REGISTERED");
    assertThat(first.path("occurredAt").asText()).endsWith("+07:00");
  }

  @Test
  void pages_follow_each_other_without_a_gap() {
    String partner = partner("hp-eoffice");
    for (int i = 0; i < 4; i++) {
      post(partner, secret(freshId()));
    }
    List<String> whole = ids(json(get(partner, "/shipments?unit=H24.16&limit=200")));
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = json(get(partner, "/shipments?unit=H24.16&limit=3" + cursor));
      assertThat(page.path("items").size()).isLessThanOrEqualTo(3);
      paged.addAll(ids(page));
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? null : "&cursor=" + next.asText();
    } while (cursor != null);
    assertThat(paged).containsExactlyElementsOf(whole).doesNotHaveDuplicates();
  }

  @Test
  void filters_narrow_the_list() {
    String partner = partner("hp-eoffice");
    String at = json(get(partner, "/shipments/" + shipmentId)).path("handedOffAt").asText();
    String time = URLEncoder.encode(at, StandardCharsets.UTF_8);
    assertThat(listed("decision=ROUTED&network=KT1&unit=H24.31")).contains(shipmentId);
    assertThat(listed("unit=000.00.16.H24")).contains(shipmentId);
    assertThat(listed("from=" + time)).contains(shipmentId);
    assertThat(listed("from=" + at)).as("a plus sign nobody escaped").contains(shipmentId);
    for (String other :
        List.of(
            "to=" + time,
            "decision=HELD",
            "network=HAND",
            "unit=H24.02",
            "state=LOST",
            "itemCode=RR123456785VN",
            "from=2199-01-01T00:00:00Z")) {
      assertThat(listed(other)).as(other).doesNotContain(shipmentId);
    }
  }

  private List<String> listed(String filters) {
    return ids(json(get(partner("hp-eoffice"), "/shipments?limit=200&" + filters)));
  }

  @Test
  void the_slip_bears_the_shipment_id_as_code_128() throws IOException {
    String path = "/hand-offs/" + handOffId + "/slip?as=pdf";
    HttpResponse<byte[]> slip = get(partner("hp-eoffice"), path);
    assertThat(slip.statusCode()).isEqualTo(200);
    assertThat(slip.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(barcodes(slip.body())).contains(shipmentId);
  }

  private static List<String> barcodes(byte[] pdf) throws IOException {
    List<String> found = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 0; page < document.getNumberOfPages(); page++) {
        BufferedImage image = renderer.renderImageWithDPI(page, 200);
        var source = new BufferedImageLuminanceSource(image);
        try {
          found.add(
              new Code128Reader()
                  .decode(
                      new BinaryBitmap(new HybridBinarizer(source)),
                      Map.of(DecodeHintType.TRY_HARDER, true))
                  .getText());
        } catch (ReaderException e) {
          // A page of the posting book.
        }
      }
    }
    return found;
  }

  private static List<String> ids(JsonNode page) {
    List<String> ids = new ArrayList<>();
    page.path("items").forEach(item -> ids.add(item.path("shipmentId").asText()));
    return ids;
  }

  private static List<String> fields(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
