package vn.kt1.gateway.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import vn.kt1.gateway.dispatch.Parcel;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.gateway.shipment.Trouble;
import vn.kt1.gateway.shipment.Unavailable;
import vn.kt1.testing.CutProxy;
import vn.kt1.testing.FullDisk;
import vn.kt1.testing.OpenSsh;
import vn.kt1.testing.Site;

/** The carriage of one file to the post, over lines that break and onto disks that are full. */
class PostCourierIT {

  private static final int SIZE = 150_000;

  @TempDir Path temp;
  private final CamelContext context = new DefaultCamelContext();
  private final List<Trouble> troubles = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:trouble")
                .process(any -> troubles.add(any.getMessage().getBody(Trouble.class)));
          }
        });
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void a_line_cut_at_any_byte_of_a_session_leaves_one_whole_file_after_the_repeat()
      throws Exception {
    OpenSsh.require();
    try (OpenSsh ssh = OpenSsh.startIn(temp.resolve("ssh"));
        CutProxy line = new CutProxy(ssh.port())) {
      Path orders = Files.createDirectories(ssh.root().resolve("to-post/orders"));
      PostCourier courier =
          courier(line.port(), ssh.user(), ssh.keyFile(), known(ssh, line.port()));
      courier.carry(file("whole.csv", 0));
      long session = line.passed();
      assertThat(session).isGreaterThan(SIZE);
      int cut = 0;
      // Close together where the names change, and spread over the transfer before that.
      for (long position = 1; position < session; position += position > SIZE ? 331 : 7_001) {
        Parcel file = file("cut-" + position + ".csv", (int) position);
        line.cutOnceAfter(position);
        try {
          courier.carry(file);
        } catch (Unavailable wanted) {
          cut++;
        }
        Path there = orders.resolve(file.name());
        assertThat(!Files.exists(there) || whole(orders, file)).as("cut at %d", position).isTrue();
        line.heal();
        courier.carry(file);
        assertThat(whole(orders, file)).as("after a cut at %d", position).isTrue();
      }
      assertThat(cut).isGreaterThan(20);
      assertThat(Site.names(orders)).noneMatch(name -> name.endsWith(".part"));
      assertThat(troubles).isEmpty();
    }
  }

  @Test
  void a_replaced_file_is_never_half_there_wherever_the_line_is_cut() throws Exception {
    OpenSsh.require();
    try (OpenSsh ssh = OpenSsh.startIn(temp.resolve("ssh"));
        CutProxy line = new CutProxy(ssh.port())) {
      Path orders = Files.createDirectories(ssh.root().resolve("to-post/orders"));
      PostCourier courier =
          courier(line.port(), ssh.user(), ssh.keyFile(), known(ssh, line.port()));
      Parcel file = file("again.csv", 1);
      byte[] damaged = "damaged".getBytes(StandardCharsets.US_ASCII);
      long before = line.passed();
      courier.carry(again(file));
      long session = line.passed() - before;
      for (long position = 1; position < session; position += position > SIZE ? 499 : 30_011) {
        Files.write(orders.resolve(file.name()), damaged);
        line.cutOnceAfter(position);
        try {
          courier.carry(again(file));
        } catch (Unavailable wanted) {
          assertThat(orders.resolve(file.name()))
              .as("cut at %d: the old one or the new one", position)
              .satisfiesAnyOf(
                  there -> assertThat(there).hasBinaryContent(damaged),
                  there -> assertThat(there).hasBinaryContent(file.content()));
        }
        line.heal();
        courier.carry(again(file));
        assertThat(whole(orders, file)).isTrue();
      }
      assertThat(Site.names(orders)).containsExactly("again.csv", "again.csv.sha256");
    }
  }

  @Test
  void what_the_post_has_or_has_taken_aside_is_written_again_only_on_somebodys_word()
      throws Exception {
    OpenSsh.require();
    try (OpenSsh ssh = OpenSsh.startIn(temp.resolve("ssh"))) {
      Path orders = Files.createDirectories(ssh.root().resolve("to-post/orders"));
      PostCourier courier = courier(ssh.port(), ssh.user(), ssh.keyFile(), ssh.knownHosts());
      Parcel file = file("taken.csv", 1);
      courier.carry(file);
      Path done = Files.createDirectories(orders.resolve(".done"));
      Files.move(orders.resolve("taken.csv"), done.resolve("taken.csv"));
      Files.move(orders.resolve("taken.csv.sha256"), done.resolve("taken.csv.sha256"));
      // A carrier that was stopped for longer than its lease has gone on meanwhile.
      Files.write(orders.resolve("taken.csv.part"), file.content());
      courier.carry(file);
      assertThat(Site.names(orders)).as("nothing again, and nothing half").isEmpty();
      courier.carry(again(file));
      assertThat(whole(orders, file)).isTrue();
    }
  }

  @Test
  void on_a_full_disk_nothing_stands_under_the_name_and_it_goes_once_there_is_room()
      throws Exception {
    try (FullDisk disk = FullDisk.startIn(temp.resolve("disk"))) {
      Path orders = Files.createDirectories(disk.root().resolve("to-post/orders"));
      PostCourier courier = courier(disk.port(), "gateway", disk.keyFile(), disk.knownHosts());
      Parcel file = file("full.csv", 1);
      for (long room : new long[] {0, 1, 40_000, SIZE - 1, SIZE, SIZE + 10}) {
        disk.holds(room);
        assertThatThrownBy(() -> courier.carry(file)).isInstanceOf(Unavailable.class);
        assertThat(orders.resolve("full.csv")).as("room for %d", room).doesNotExist();
      }
      disk.holds(Long.MAX_VALUE);
      courier.carry(file);
      assertThat(whole(orders, file)).isTrue();
      assertThat(Site.names(orders)).containsExactly("full.csv", "full.csv.sha256");

      disk.holds(SIZE / 2);
      assertThatThrownBy(() -> courier.carry(again(file))).isInstanceOf(Unavailable.class);
      assertThat(whole(orders, file)).as("the one that was there").isTrue();
      disk.holds(Long.MAX_VALUE);
      courier.carry(again(file));
      assertThat(whole(orders, file)).as("on a server that renames over nothing").isTrue();
    }
  }

  @Test
  void a_strange_host_key_gets_nothing_and_is_told_once_until_the_right_one_is_known()
      throws Exception {
    OpenSsh.require();
    try (OpenSsh ssh = OpenSsh.startIn(temp.resolve("ssh"))) {
      Path orders = Files.createDirectories(ssh.root().resolve("to-post/orders"));
      Path known = Files.copy(ssh.knownHosts(), temp.resolve("known"));
      PostCourier courier = courier(ssh.port(), ssh.user(), ssh.keyFile(), known);
      ssh.rotateHostKey();
      Parcel file = file("key.csv", 1);
      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> courier.carry(file)).isInstanceOf(Unavailable.class);
      }
      assertThat(Site.names(orders)).isEmpty();
      assertThat(troubles)
          .singleElement()
          .satisfies(
              told -> {
                assertThat(told.source()).isEqualTo("host-key");
                assertThat(told.what().en()).contains("127.0.0.1:" + ssh.port());
              });
      assertThat(known).as("nothing is learnt").hasSameTextualContentAs(ssh.knownHosts());

      String[] key = Files.readString(temp.resolve("ssh/host.pub")).split(" ");
      Files.writeString(
          known, "[127.0.0.1]:%d %s %s\n".formatted(ssh.port(), key[0], key[1].strip()));
      courier.carry(file);
      assertThat(whole(orders, file)).isTrue();

      Files.writeString(known, "");
      assertThatThrownBy(() -> courier.carry(file("other.csv", 2))).isInstanceOf(Unavailable.class);
      assertThat(troubles).as("of one day").hasSize(1);
    }
  }

  private static boolean whole(Path orders, Parcel file) throws IOException {
    Path there = orders.resolve(file.name());
    Path sum = orders.resolve(file.name() + ".sha256");
    return Files.exists(there)
        && Sha256.of(Files.readAllBytes(there)).equals(file.sha256())
        && Files.readString(sum).equals(file.sha256() + "  " + file.name() + "\n");
  }

  private static Parcel file(String name, int seed) {
    byte[] content = new byte[SIZE];
    new Random(seed).nextBytes(content);
    return parcel(name, content, false);
  }

  private static Parcel again(Parcel file) {
    return parcel(file.name(), file.content(), true);
  }

  private static Parcel parcel(String name, byte[] content, boolean again) {
    return new Parcel(
        "",
        UUID.randomUUID(),
        1,
        "ORDER_FILE",
        "orders",
        "post",
        name,
        null,
        content,
        Sha256.of(content),
        true,
        again,
        Instant.EPOCH);
  }

  private Path known(OpenSsh ssh, int port) throws IOException {
    String line = Files.readString(ssh.knownHosts()).replace(":" + ssh.port(), ":" + port);
    return Files.writeString(temp.resolve("known_hosts"), line);
  }

  private PostCourier courier(int port, String user, Path key, Path known) {
    SftpSettings server = new SftpSettings("127.0.0.1", port, user, key, known);
    DoorSettings settings =
        new DoorSettings(
            server,
            server,
            Network.KT1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ofDays(1),
            DataSize.ofMegabytes(1),
            DataSize.ofMegabytes(1));
    return new PostCourier(context, settings, new HostKeys(context, Clock.systemUTC()));
  }
}
