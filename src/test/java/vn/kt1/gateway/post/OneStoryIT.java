package vn.kt1.gateway.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.HandOffs.envelope;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.sandbox.Api;
import vn.kt1.sandbox.SimulatedEntry;
import vn.kt1.sandbox.TrackingSimulator;
import vn.kt1.testing.Gateway;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.SharedGateway;
import vn.kt1.testing.Site;

/**
 * An order out, its receipt and files of three layouts in on OpenSSH, and an API that tells late
 * and otherwise: one timeline, and it is true. Each peer is unplugged in between.
 */
@Tag("nightly")
class OneStoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ITEM = "EB500000015VN";
  private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private static TrackingSimulator simulator;
  @RegisterExtension static final SharedGateway SHARED = SharedGateway.tracked();

  private static Site site;
  private static PostTree post;
  private static Gateway gateway;
  private static Api api;

  @BeforeAll
  static void start() throws Exception {
    simulator = SHARED.simulator();
    site = SHARED.site();
    post = new PostTree(site);
    api = SHARED.gateway().api("hp-eoffice");
  }

  @Test
  void three_layouts_and_an_api_that_tells_late_and_otherwise_make_one_true_story()
      throws Exception {
    site.line().refuse(); // the post is away while the envelope is handed over
    String shipment =
        api.post("/hand-offs", HandOffs.json("STORY", envelope("E-1", "\"B\"", "")))
            .body()
            .path("shipments")
            .get(0)
            .path("shipmentId")
            .asText();
    site.line().heal();
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());

    // All of it some days ago: news of a time to come is none.
    LocalDateTime now = LocalDateTime.now(VIETNAM).minusDays(4).truncatedTo(ChronoUnit.MINUTES);
    String accepted = post.accepted(shipment, ITEM, Duration.ofDays(4).plusMinutes(2));
    post.put("receipts", "STORY.csv", PostTree.RECEIPT + accepted + "\n");
    post.result("receipts/.done/STORY.csv");
    assertThat(state(shipment)).isEqualTo("ACCEPTED");

    site.stopDatabase();
    site.startDatabase();

    // The daily file: on its way, known to the day only. A day later than all else that day.
    String day = now.toLocalDate().plusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE);
    String daily =
        "LADING_CODE,POSTMAN_CODE,Mã bưu cục,STATUS_CODE,SERVICE_NAME_PAYROLL,STATUS_DATE\n"
            + (ITEM + ",7.0,178430,3.0,KT1 B," + day + ".0\n")
            + (ITEM + ",7.0,178430,88,KT1 B," + day + "\n");
    post.put("status", "SanLuongChiTiet.csv", daily);
    JsonNode counted = post.result("status/.done/SanLuongChiTiet.csv");
    assertThat(counted.path("applied").asInt()).isEqualTo(1);
    assertThat(counted.path("unmapped").asInt()).isEqualTo(1);
    assertThat(state(shipment)).isEqualTo("IN_TRANSIT");

    // The API comes late and says otherwise: it would be out for delivery since before that.
    simulator
        .items()
        .put(ITEM, List.of(new SimulatedEntry(now.minusMinutes(1), "12", "Đang phát", "Hà Nội")));
    await().atMost(PATIENCE).until(() -> timeline(shipment).contains("myvnp 12"));
    assertThat(state(shipment)).as("the later event counts").isEqualTo("IN_TRANSIT");

    LocalDateTime handedOut = now.plusDays(1).plusHours(1);
    put(
        "F4.1.xlsx",
        new Object[] {"Đo kiểm"},
        new Object[] {"Số hiệu bưu gửi", "Mã BC phát", "Thời gian PTC", "Chuyển hoàn"},
        new Object[] {ITEM, "178430", MINUTE.format(handedOut), null});
    assertThat(state(shipment)).isEqualTo("DELIVERED");
    put(
        "BF_SL.xlsx",
        new Object[] {"shbg", "makh", "ngaychapnhan"},
        new Object[] {ITEM, "C1", now.toLocalDate().toEpochDay() + 25_569});

    // What the API says now nobody hears; of an answer that was on its way see InquiriesIT.
    simulator
        .items()
        .put(ITEM, List.of(new SimulatedEntry(now.plusDays(2), "18", "Đang hoàn", "Hà Nội")));
    assertThat(site.sql("select count(*) from inquiry where item_code = '" + ITEM + "'"))
        .as("what has ended is not asked about")
        .containsExactly("0");

    List<String> told = timeline(shipment);
    assertThat(told)
        .contains(
            "gateway ORDERED", "receipt ACCEPTED", "bccp-day 3", "bccp-day 88", "dkcl-f41 PTC")
        .contains("bf-sl CHAP-NHAN", "myvnp 12")
        .doesNotHaveDuplicates();
    assertThat(state(shipment)).as("only a correction moves it now").isEqualTo("DELIVERED");

    post.put("status", "SanLuongChiTiet-again.csv", daily);
    assertThat(post.result("status/.done/SanLuongChiTiet-again.csv").path("duplicates").asInt())
        .isEqualTo(2);
    assertThat(timeline(shipment)).isEqualTo(told);
  }

  @Test
  void late_news_of_the_api_is_older_than_what_a_file_told_and_moves_nothing_back()
      throws Exception {
    String item = "EB500000029VN";
    String shipment =
        api.post("/hand-offs", HandOffs.json("LATE", envelope("E-1", "\"C\"", "")))
            .body()
            .path("shipments")
            .get(0)
            .path("shipmentId")
            .asText();
    await().atMost(PATIENCE).until(() -> post.file(shipment).isPresent());
    String accepted = post.accepted(shipment, item, Duration.ofHours(9));
    post.put("receipts", "LATE.csv", PostTree.RECEIPT + accepted + "\n");
    post.result("receipts/.done/LATE.csv");
    LocalDateTime at = LocalDateTime.now(VIETNAM).minusHours(8).truncatedTo(ChronoUnit.SECONDS);
    String row = item + ",12,Đang phát," + at.plusHours(3) + "+07:00,Huế,\n";
    post.put("status", "LATE.csv", PostTree.STATUS + row);
    post.result("status/.done/LATE.csv");
    simulator
        .items()
        .put(
            item,
            List.of(
                new SimulatedEntry(at.plusHours(1), "11", "Đến bưu cục phát", "Huế"),
                new SimulatedEntry(at.plusHours(3), "12", "Đang phát", "Huế")));
    await().atMost(PATIENCE).until(() -> timeline(shipment).contains("myvnp 11"));

    assertThat(state(shipment)).isEqualTo("OUT_FOR_DELIVERY");
    assertThat(timeline(shipment)).containsOnlyOnce("myvnp 12");
  }

  private static void put(String name, Object[]... rows) throws IOException {
    byte[] content = workbook(rows);
    String line = Sha256.of(content) + "  " + name + "\n";
    Files.writeString(site.statuses().resolve(name + ".sha256"), line);
    Files.write(site.statuses().resolve(name), content);
    assertThat(post.result("status/.done/" + name).path("applied").asInt()).isEqualTo(1);
  }

  private static byte[] workbook(Object[]... rows) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Sheet sheet = book.createSheet("Data");
      for (int i = 0; i < rows.length; i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < rows[i].length; j++) {
          Object value = rows[i][j];
          if (value instanceof Number number) {
            row.createCell(j).setCellValue(number.doubleValue());
          } else if (value != null) {
            row.createCell(j).setCellValue(value.toString());
          }
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private static List<String> timeline(String shipment) {
    JsonNode items = api.get("/shipments/" + shipment + "/timeline").body().path("items");
    List<String> told = new ArrayList<>();
    StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("source").asText() + " " + item.path("rawCode").asText())
        .forEach(told::add);
    return told;
  }

  private static String state(String shipment) {
    return api.get("/shipments/" + shipment).body().path("state").asText();
  }
}
