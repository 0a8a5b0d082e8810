package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.kt1.testing.AnEnvelope.named;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.dispatch.Dispatch;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.inventory.Starts;
import vn.kt1.gateway.post.Orders;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Envelope;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.testing.ConfigFolder;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** Two provinces with other settings in one gateway, and one gateway with other lists in time. */
class SideBySideIT {

  private final Database database = Database.fresh();
  private final List<Room> rooms = new ArrayList<>();
  @TempDir private Path empty;
  private ConfigFolder folder;

  @BeforeEach
  void a_configuration() throws IOException {
    folder = ConfigFolder.in(empty);
    folder.append(ConfigFolder.HAI_PHONG, "urgency: {VERY_URGENT: EXPRESS}");
    folder.replace(ConfigFolder.QUANG_NGAI, "ordinary: true", "ordinary: false");
    folder.replace(ConfigFolder.QUANG_NGAI, "expressTimed: false", "expressTimed: true");
    folder.write(
        ConfigFolder.QUANG_NGAI,
        folder.read(ConfigFolder.QUANG_NGAI).replaceAll("(?s)report:.*", ""));
  }

  @AfterEach
  void end() {
    rooms.forEach(Room::close);
    database.close();
  }

  @Test
  void each_province_decides_and_orders_by_its_own_settings() {
    Room room = room();
    Receipt hp = register(room, "hp-eoffice", "H24.16", "HP-1");
    Receipt qn = register(room, "qn-eoffice", "H48.16", "QN-1");
    assertThat(said(hp)).containsExactly("KT1 KT1", "KT1 KT1_B_EXPRESS", "KT1 KT1_B", "REFUSED");
    assertThat(said(qn))
        .containsExactly("PUBLIC_POST", "KT1 KT1_B", "KT1 KT1_B", "KT1 KT1_B_EXPRESS_TIMED");
    room.order();
    assertThat(orders(room, "hai-phong"))
        .containsExactlyInAnyOrder("KT1,,NORMAL", "KT1_B_EXPRESS,B,VERY_URGENT", "KT1_B,B,URGENT");
    assertThat(orders(room, "quang-ngai"))
        .containsExactlyInAnyOrder(
            "KT1_B,B,VERY_URGENT", "KT1_B,B,URGENT", "KT1_B_EXPRESS_TIMED,B,EXPRESS_TIMED");
    assertThat(
            database
                .app()
                .sql("select name from order_file order by province")
                .query(String.class)
                .list())
        .containsExactly(
            "KT1-ORDER_hai-phong_20261122T090000_0001.csv",
            "KT1-ORDER_quang-ngai_20261122T090000_0001.csv");
    Directory directory = room.get(Directory.class);
    assertThat(directory.province("hai-phong").report()).isNotNull();
    assertThat(directory.province("quang-ngai").report()).isNull();
  }

  @Test
  void what_was_decided_keeps_the_version_it_was_decided_by() throws IOException {
    Room first = room();
    String a = first.get(Directory.class).version();
    String before = first.classified("H24.16", "HP-1", 1).get(0);
    folder.replace(ConfigFolder.UNITS, "Văn phòng Bộ Khoa học và Công nghệ", "Bộ mới");
    Room second = room();
    String b = second.get(Directory.class).version();
    String after = second.classified("H24.16", "HP-2", 1).get(0);
    assertThat(version(before)).isEqualTo(a).isNotEqualTo(b);
    assertThat(version(after)).isEqualTo(b);
    assertThat(content(a)).contains("Văn phòng Bộ Khoa học và Công nghệ").doesNotContain("Bộ mới");
    assertThat(content(b)).contains("Bộ mới");
  }

  @Test
  void two_gateways_at_once_never_make_or_carry_one_order_twice() throws Exception {
    Room first = room();
    Room second = room();
    List<String> all = first.classified("H24.16", "HP-1", 60);
    Queue<Parcel> carried = new ConcurrentLinkedQueue<>();
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Void>> work = new ArrayList<>();
      for (Room one : List.of(first, second, first, second, first, second)) {
        work.add(
            () -> {
              makeAndCarry(one, carried);
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
    makeAndCarry(first, carried);

    assertThat(carried).extracting(Parcel::name).doesNotHaveDuplicates();
    assertThat(carried.stream().flatMap(SideBySideIT::ordered).toList())
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(
            database
                .app()
                .sql("select seq from order_file order by seq")
                .query(Integer.class)
                .list())
        .as("no number is left out")
        .isEqualTo(IntStream.rangeClosed(1, carried.size()).boxed().toList());
    assertThat(database.app().sql("select state from shipment").query(String.class).list())
        .hasSize(60)
        .containsOnly("ORDERED");
  }

  private static void makeAndCarry(Room room, Queue<Parcel> carried) {
    Dispatch dispatch = room.get(Dispatch.class);
    while (room.count("outbox where topic = 'order'") > 0) {
      room.get(Orders.class).make(room.clock.instant());
    }
    for (Parcel parcel = dispatch.claim("post"); parcel != null; parcel = dispatch.claim("post")) {
      carried.add(parcel);
      dispatch.sent(parcel);
    }
  }

  /** The shipments whose orders stand in a file. */
  private static Stream<String> ordered(Parcel file) {
    return new String(file.content(), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .map(row -> row.split(",")[1]);
  }

  /** One that has started with the folder as it is now. */
  private Room room() {
    Starts.with(DirectoryFolder.read(folder.path()), database, new HandClock(Room.MORNING));
    Room room = new Room(folder.path(), database);
    rooms.add(room);
    return room;
  }

  private static Receipt register(Room room, String partner, String sender, String id) {
    Envelope[] envelopes = {
      named(id + "-1").to("G06.11").sealed(),
      named(id + "-2").to("G06.11").classified().urgency(Urgency.VERY_URGENT).sealed(),
      named(id + "-3").to("G06.11").classified().urgency(Urgency.URGENT).sealed(),
      named(id + "-4")
          .to("G06.11")
          .classified()
          .urgency(Urgency.EXPRESS_TIMED)
          .deliverAt(room.clock.instant().plusSeconds(3600))
          .sealed()
    };
    return room.register(room.handOff(partner, sender, id, envelopes));
  }

  private static List<String> said(Receipt receipt) {
    return receipt.shipments().stream()
        .map(Receipt.Line::decision)
        .map(
            one ->
                one.outcome() != Decision.Outcome.ROUTED
                    ? one.outcome().name()
                    : one.network() + (one.service() == null ? "" : " " + one.service().name()))
        .toList();
  }

  /** Service, mark and urgency of each row. */
  private static List<String> orders(Room room, String province) {
    return room
        .sql()
        .sql(
            "select content from dispatch d join order_file f on f.name = d.name"
                + " where province = ?")
        .param(province)
        .query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
        .list()
        .stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith("O-"))
        .map(line -> String.join(",", List.of(line.split(",")).subList(2, 5)))
        .toList();
  }

  private String version(String shipment) {
    return database
        .app()
        .sql(
            "select directory_version from ruling join shipment on ruling = ruling_sha256"
                + " where shipment_id = ?")
        .param(shipment)
        .query(String.class)
        .single();
  }

  private String content(String version) {
    return database
        .app()
        .sql("select content::text from directory_version where sha256 = ?")
        .param(version)
        .query(String.class)
        .single();
  }
}
