package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedPostTest {
  private static final String FILE = "KT1-ORDER_hai-phong_20261122T090000_0001.csv";

  @TempDir Path temp;
  private final TestClock clock = new TestClock();
  private Path tree;
  private SimulatedPost post;

  @BeforeEach
  void open() throws Exception {
    tree = temp.resolve("post");
    post = reopened();
  }

  @Test
  void answers_an_order_and_walks_its_item_to_the_recipient() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở Y tế")));
    post.work();
    Map<String, String> receipt = rows("receipts").get(0);
    assertThat(receipt)
        .containsEntry("order_id", "O-1")
        .containsEntry("shipment_id", "S-O-1")
        .containsEntry("result", "ACCEPTED")
        .containsEntry("accepted_at", "2026-11-22T09:00:05+07:00")
        .containsEntry("weight_g", "180")
        .containsEntry("reason", "");
    assertThat(receipt.get("item_code")).matches("MK\\d{9}VN");
    assertThat(rows("status")).isEmpty();

    passAll();
    assertThat(rows("status"))
        .extracting(row -> row.get("status_code"))
        .containsExactly("10", "11", "12", "14");
    assertThat(rows("status"))
        .extracting(row -> row.get("occurred_at"))
        .startsWith("2026-11-22T09:00:07+07:00", "2026-11-22T09:00:09+07:00");
    assertThat(rows("status"))
        .allSatisfy(row -> assertThat(row).containsEntry("item_code", receipt.get("item_code")));
  }

  @Test
  void tells_a_delivery_by_the_tracking_api_alone_where_the_recipient_says_so() throws Exception {
    hand(FILE, List.of(order("O-1", "Cơ quan mẫu [SIM-API]"), order("O-2", "Sở Y tế")));
    passAll();
    String code = rows("receipts").get(0).get("item_code");
    SimulatedItems items = new SimulatedItems(temp.resolve("items"));
    assertThat(items.get(code)).isEmpty();

    post = reopened().telling(items);
    passAll();
    assertThat(rows("status"))
        .filteredOn(row -> row.get("item_code").equals(code))
        .extracting(row -> row.get("status_code"))
        .containsExactly("10", "11", "12");
    List<SimulatedEntry> told = new SimulatedItems(temp.resolve("items")).get(code).orElseThrow();
    assertThat(told).extracting(SimulatedEntry::code).containsExactly("10", "11", "12", "14");
    assertThat(told.get(0).at()).isEqualTo("2026-11-22T09:00:07");
    assertThat(items.get(rows("receipts").get(1).get("item_code"))).isEmpty();
  }

  @Test
  void puts_a_taken_file_away_with_its_seal() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở Y tế")));
    post.work();
    assertThat(names(tree.resolve("to-post/orders"))).containsExactly(".done");
    assertThat(names(tree.resolve("to-post/orders/.done"))).containsExactly(FILE, FILE + ".sha256");
  }

  @Test
  void takes_no_file_before_its_seal_matches() throws Exception {
    Path file = tree.resolve("to-post/orders").resolve(FILE);
    byte[] content = orderFile(order("O-1", "Sở Y tế"));
    Files.write(file.resolveSibling(FILE + ".part"), content);
    post.work();
    Files.write(file, content);
    post.work();
    Files.writeString(Sealed.seal(file), "0".repeat(64) + "  " + FILE + "\n");
    post.work();
    Files.writeString(Sealed.seal(file), Sealed.sha256(content) + "  another.csv\n");
    post.work();
    assertThat(rows("receipts")).isEmpty();
    Files.writeString(Sealed.seal(file), Sealed.sha256(content) + "  " + FILE + "\n");
    post.work();
    assertThat(rows("receipts")).hasSize(1);
  }

  @Test
  void leaves_a_file_that_is_no_order_file() throws Exception {
    Path orders = tree.resolve("to-post/orders");
    Sealed.write(
        orders.resolve("a.csv"),
        "order_id,shipment_id\r\n1,2\r\n".getBytes(StandardCharsets.UTF_8));
    Sealed.write(orders.resolve("b.csv"), Csv.write(OrderFile.COLUMNS, List.of(List.of("short"))));
    Sealed.write(orders.resolve("c.csv"), Csv.write(OrderFile.COLUMNS, List.of()));
    Sealed.write(orders.resolve("d.csv"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
    hand(FILE, List.of(order("O-1", "Sở Y tế")));
    post.work();
    post.work();
    assertThat(rows("receipts")).as("the good file is not held up").hasSize(1);
    assertThat(names(orders)).contains("a.csv", "b.csv", "c.csv", "d.csv");
  }

  @Test
  void seals_what_it_writes() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở \"Y tế\", Hải Phòng")));
    passAll();
    for (String feed : List.of("receipts", "status")) {
      List<Path> files = files(feed);
      assertThat(files).isNotEmpty();
      for (Path file : files) {
        assertThat(Sealed.read(file)).as(file.toString()).isPresent();
        assertThat(file.getFileName().toString()).matches("[A-Za-z0-9._-]{1,73}");
      }
    }
    assertThat(names(tree.resolve("from-post/status"))).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void shows_a_refusal_and_a_return_when_asked_to() throws Exception {
    hand(
        FILE,
        List.of(
            order("O-1", "Sở A [SIM-REFUSE]"),
            order("O-2", "Sở B [SIM-RETURN]"),
            order("O-3", "Sở C")));
    passAll();
    assertThat(rows("receipts").get(0))
        .containsEntry("result", "REFUSED")
        .containsEntry("item_code", "")
        .extractingByKey("reason")
        .isNotEqualTo("");
    String returned = rows("receipts").get(1).get("item_code");
    assertThat(rows("status"))
        .filteredOn(row -> row.get("item_code").equals(returned))
        .extracting(row -> row.get("status_code"))
        .containsExactly("10", "11", "15", "18", "19");
    assertThat(rows("status")).hasSize(5 + 4);
  }

  @Test
  void refuses_an_order_that_is_cancelled_before_its_answer() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở Y tế"), order("O-2", "Sở A")));
    recall("O-1");
    passAll();
    assertThat(rows("receipts"))
        .extracting(row -> row.get("order_id") + " " + row.get("result"))
        .containsExactly("O-1 REFUSED", "O-2 ACCEPTED");
    assertThat(rows("status")).hasSize(4);
    assertThat(names(tree.resolve("to-post/cancellations"))).containsExactly(".done");
    assertThat(names(tree.resolve("to-post/cancellations/.done")))
        .containsExactly("KT1-CANCEL_O-1.csv", "KT1-CANCEL_O-1.csv.sha256");
  }

  @Test
  void puts_a_cancellation_away_that_comes_too_late() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở Y tế")));
    post.work();
    recall("O-1");
    post = reopened();
    passAll();
    assertThat(rows("receipts")).hasSize(1).first().extracting("result").isEqualTo("ACCEPTED");
    assertThat(rows("status")).hasSize(4);
    assertThat(names(tree.resolve("to-post/cancellations"))).containsExactly(".done");
  }

  @Test
  void leaves_a_cancellation_it_cannot_read() throws Exception {
    Sealed.write(
        tree.resolve("to-post/cancellations/a.csv"),
        Csv.write(OrderFile.COLUMNS, List.of(order("O-1", "Sở Y tế"))));
    post.work();
    assertThat(names(tree.resolve("to-post/cancellations"))).contains("a.csv");
  }

  @Test
  void gives_an_order_one_answer_however_often_it_comes() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở Y tế"), order("O-1", "Sở Y tế")));
    passAll();
    clock.pass(Duration.ofDays(1));
    hand("KT1-ORDER_hai-phong_20261122T090100_0002.csv", List.of(order("O-1", "Sở Y tế")));
    post = reopened();
    passAll();
    assertThat(rows("receipts")).hasSize(2);
    assertThat(rows("receipts").stream().distinct()).hasSize(1);
    assertThat(rows("status")).hasSize(8);
    assertThat(rows("status").stream().distinct()).hasSize(4);
  }

  @Test
  void gives_every_item_a_code_of_its_own_across_restarts() throws Exception {
    for (int file = 1; file <= 3; file++) {
      int number = file;
      hand(
          "KT1-ORDER_x_20261122T090000_000" + file + ".csv",
          IntStream.range(0, 5).mapToObj(i -> order("O-" + number + i, "Sở Y tế")).toList());
      post.work();
      post = reopened();
    }
    assertThat(rows("receipts"))
        .extracting(row -> row.get("item_code"))
        .hasSize(15)
        .doesNotHaveDuplicates();
  }

  @Test
  void goes_on_after_a_kill_between_any_two_of_its_writes() throws Exception {
    hand(FILE, List.of(order("O-1", "Sở Y tế")));
    post.work();
    String first = Files.readString(files("receipts").get(0));
    Path orders = tree.resolve("to-post/orders");
    Path done = orders.resolve(".done");

    // answers settled, file not moved yet, nothing written
    Files.move(done.resolve(FILE), orders.resolve(FILE));
    Files.move(Sealed.seal(done.resolve(FILE)), Sealed.seal(orders.resolve(FILE)));
    forget("receipts");
    clock.pass(Duration.ofSeconds(1));
    post = reopened(Duration.ofSeconds(9));
    post.work();
    assertThat(Files.readString(files("receipts").get(0))).isEqualTo(first);

    // file moved, its seal not yet; receipt out, but not noted
    Files.move(Sealed.seal(done.resolve(FILE)), Sealed.seal(orders.resolve(FILE)));
    try (Stream<Path> memory = Files.list(temp.resolve("memory"))) {
      Files.delete(memory.filter(f -> f.toString().endsWith(".sent")).findAny().orElseThrow());
    }
    post = reopened();
    passAll();
    assertThat(names(orders)).containsExactly(".done");
    assertThat(Files.readString(files("receipts").get(0))).isEqualTo(first);
    assertThat(rows("status"))
        .extracting(row -> row.get("occurred_at"))
        .as("the pace it began with")
        .startsWith("2026-11-22T09:00:07+07:00", "2026-11-22T09:00:09+07:00");
  }

  @Test
  void works_by_itself_until_it_is_closed() throws Exception {
    Path memory = temp.resolve("memory2");
    try (SimulatedPost running =
        new SimulatedPost(tree, memory, Clock.systemUTC(), Duration.ofMillis(1))) {
      running.start();
      hand(FILE, List.of(order("O-1", "Sở Y tế")));
      Awaitility.await().until(() -> rows("status").size() == 4);
    }
    hand("KT1-ORDER_x_1.csv", List.of(order("O-2", "Sở Y tế")));
    assertThat(names(tree.resolve("to-post/orders"))).contains("KT1-ORDER_x_1.csv");
  }

  @Test
  void answers_a_hundred_thousand_orders_in_time() throws Exception {
    hand(FILE, IntStream.range(0, 100_000).mapToObj(i -> order("O-" + i, "Sở Y tế")).toList());
    assertTimeout(Duration.ofSeconds(30), this::passAll);
    assertThat(rows("receipts")).hasSize(100_000);
  }

  private SimulatedPost reopened() throws IOException {
    return reopened(SimulatedPost.STEP);
  }

  private SimulatedPost reopened(Duration step) throws IOException {
    return new SimulatedPost(tree, temp.resolve("memory"), clock, step);
  }

  private void passAll() throws IOException {
    for (int i = 0; i < 10; i++) {
      post.work();
      clock.pass(SimulatedPost.STEP);
    }
  }

  private void forget(String feed) throws IOException {
    for (Path file : files(feed)) {
      Files.delete(file);
      Files.delete(Sealed.seal(file));
    }
    try (Stream<Path> memory = Files.list(temp.resolve("memory"))) {
      for (Path sent : memory.filter(f -> f.toString().endsWith(".sent")).toList()) {
        Files.delete(sent);
      }
    }
  }

  private static List<String> order(String id, String recipientName) {
    return List.of(
        id,
        "S-" + id,
        "KT1_B",
        "B",
        "NORMAL",
        "",
        "H24.16",
        "Sở KHCN",
        "1 Phố A",
        "H24.31",
        recipientName,
        "2 Phố B",
        "",
        "false",
        "180",
        "1",
        "2026-11-22T09:00:00+07:00");
  }

  private void recall(String order) throws IOException {
    Sealed.write(
        tree.resolve("to-post/cancellations").resolve("KT1-CANCEL_" + order + ".csv"),
        Csv.write(
            OrderFile.CANCELLATION,
            List.of(List.of(order, "S-" + order, "2026-11-22T09:00:00+07:00"))));
  }

  private void hand(String name, List<List<String>> orders) throws IOException {
    Sealed.write(
        tree.resolve("to-post/orders").resolve(name), Csv.write(OrderFile.COLUMNS, orders));
  }

  private static byte[] orderFile(List<String> order) {
    return Csv.write(OrderFile.COLUMNS, List.of(order));
  }

  private List<Path> files(String feed) throws IOException {
    try (Stream<Path> files = Files.list(tree.resolve("from-post").resolve(feed))) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private List<Map<String, String>> rows(String feed) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    for (Path file : files(feed)) {
      try (CSVParser parser = CSVParser.parse(new StringReader(Files.readString(file)), format)) {
        parser.stream().map(CSVRecord::toMap).forEach(rows::add);
      }
    }
    return rows;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Stands still until told how much time passes. */
  private static final class TestClock extends Clock {
    private Instant now = Instant.parse("2026-11-22T02:00:05Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
