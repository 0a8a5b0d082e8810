package vn.kt1.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.kt1.gateway.shipment.Sha256;

/** What the post sees of the gateway by SFTP: orders, and the answers to its own files. */
public record PostTree(Site site) {
  public static final String RECEIPT =
      "order_id,shipment_id,result,item_code,accepted_at,post_office,weight_g,reason\n";
  public static final String STATUS =
      "item_code,status_code,status_name,occurred_at,location,note\n";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A row of a receipt file, without its end. */
  public String accepted(String shipment, String item) {
    return accepted(shipment, item, Duration.ofMinutes(1));
  }

  /** The same, taken in so long ago. */
  public String accepted(String shipment, String item, Duration ago) {
    return "O-%s,%s,ACCEPTED,%s,%s,Bưu cục mẫu,100,"
        .formatted(shipment, shipment, item, HandOffs.ago(ago));
  }

  /** With its checksum beside it, {@code kind} is {@code receipts} or {@code status}. */
  public void put(String kind, String name, String content) {
    site.put("from-post/" + kind + "/" + name + ".sha256", HandOffs.sha256Line(name, content));
    site.put("from-post/" + kind + "/" + name, content);
  }

  /** Waits for the result of a file, named by its path under {@code from-post}. */
  public JsonNode result(String moved) throws IOException {
    Path file = site.ssh().root().resolve("from-post").resolve(moved);
    Path result = file.resolveSibling(file.getFileName() + ".result.json");
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(result) && Files.exists(file));
    return JSON.readTree(result.toFile());
  }

  /** All order files, taken ones included. */
  public List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(site.orders(), site.orders().resolve(".done"))) {
      try (Stream<Path> found = Files.list(folder)) {
        found.filter(file -> file.toString().matches(".*\\.csv(\\.pgp)?")).forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** The order file that names that shipment. */
  public Optional<Path> file(String shipment) {
    return files().stream()
        .filter(file -> content(file).contains("," + shipment + ","))
        .findFirst();
  }

  /** Sealed files whose numbers have no gap, each KT1 shipment in exactly one of them. */
  public void assertEachOrderOnce() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                site.sql(
                        """
                        select 1 from outbox where topic = 'order'
                        union all
                        select 1 from dispatch where kind = 'ORDER_FILE' and due_at is not null
                        """)
                    .isEmpty());
    List<String> ordered = new ArrayList<>();
    for (Path file : files()) {
      assertThat(Path.of(file + ".sha256"))
          .hasContent(Sha256.of(bytes(file)) + "  " + file.getFileName() + "\n");
      content(file).lines().skip(1).map(row -> row.split(",")[1]).forEach(ordered::add);
    }
    assertThat(ordered)
        .containsExactlyInAnyOrderElementsOf(
            site.sql("select shipment_id from shipment where network = 'KT1'"));
    assertThat(Site.names(site.orders())).noneMatch(name -> name.endsWith(".part"));
    assertGapFree();
  }

  private void assertGapFree() {
    for (String day : List.of("KT1-ORDER_hai-phong", "KT1-ORDER_quang-ngai")) {
      List<Integer> numbers =
          files().stream()
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith(day))
              .map(name -> Integer.valueOf(name.replaceFirst(".*_([0-9]{4})\\.csv(\\.pgp)?", "$1")))
              .sorted()
              .toList();
      assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }
  }

  /** What the post reads in a file of ours, sealed or not. */
  public String content(Path file) {
    byte[] bytes = bytes(file);
    byte[] content = file.toString().endsWith(".pgp") ? site.opened(bytes) : bytes;
    return new String(content, StandardCharsets.UTF_8);
  }

  public static String read(Path file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
