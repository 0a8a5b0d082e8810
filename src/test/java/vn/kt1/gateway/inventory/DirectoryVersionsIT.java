package vn.kt1.gateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.shipment.Sha256;
import vn.kt1.testing.ConfigFolder;
import vn.kt1.testing.Database;
import vn.kt1.testing.HandClock;

/** What a start keeps of its directory, and says of it in evidence. */
class DirectoryVersionsIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROW =
      "H24.77,,Tên cũ,hai-phong,office,QD32,2025-07-01,,,Số 1,CV 1/2025,false";

  @TempDir private Path empty;
  private final Database database = Database.fresh();
  private final HandClock clock = new HandClock("2026-11-22T09:00:00+07:00");
  private ConfigFolder folder;

  @BeforeEach
  void a_configuration() throws IOException {
    folder = ConfigFolder.in(empty);
  }

  @AfterEach
  void end() {
    database.close();
  }

  @Test
  void the_first_start_keeps_its_directory_and_the_next_writes_nothing() {
    Directory directory = start();
    start();
    assertThat(sql("select sha256 from directory_version")).containsExactly(directory.version());
    assertThat(sql("select act || ' ' || subject from evidence"))
        .containsExactly("directory-kept " + directory.version());
    assertThat(sql("select sha256 from directory_change")).hasSize(1);
  }

  @Test
  void whoever_has_the_content_can_make_its_digest_again() throws IOException {
    folder.append(
        ConfigFolder.UNITS,
        "H24.77,,\"Sở \"\"Ý\"\" \\ / é\",hai-phong,office,QD32,2025-07-01,,,,CV 1,false");
    Directory directory = start();
    String kept = sql("select content::text from directory_version").get(0);
    ObjectMapper sorted =
        JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    assertThat(Sha256.of(sorted.writeValueAsString(sorted.readValue(kept, TreeMap.class))))
        .isEqualTo(directory.version());
    assertThat(JSON.readTree(kept).path("units")).hasSize(15);
  }

  @Test
  void the_version_is_of_what_is_said_and_not_of_how_it_is_written() throws IOException {
    String before = start().version();
    List<String> rows = new ArrayList<>(folder.read(ConfigFolder.UNITS).lines().toList());
    folder.write(ConfigFolder.UNITS, rows.get(0) + "\n" + rows.remove(5) + "\n");
    folder.write("units/more.csv", String.join("\n", rows) + "\n");
    folder.append(ConfigFolder.HAI_PHONG, "# a comment");
    assertThat(start().version()).isEqualTo(before);
    folder.append(ConfigFolder.HAI_PHONG, "urgency: {VERY_URGENT: NORMAL}");
    assertThat(start().version()).isEqualTo(before);
    folder.replace(ConfigFolder.HAI_PHONG, "NORMAL", "EXPRESS");
    assertThat(start().version()).isNotEqualTo(before);
  }

  @Test
  void a_change_is_evidence_with_each_row_before_and_after() throws IOException {
    folder.append(ConfigFolder.UNITS, ROW);
    String before = start().version();
    folder.replace(ConfigFolder.UNITS, "Tên cũ", "Tên mới");
    folder.replace(ConfigFolder.UNITS, "H24.95,000.00.95.H24", "H24.96,");
    folder.replace(ConfigFolder.QUANG_NGAI, "expressTimed: false", "expressTimed: true");
    String after = start().version();
    JsonNode detail = lastChange();
    assertThat(detail.path("before").asText()).isEqualTo(before);
    assertThat(detail.path("after").asText()).isEqualTo(after);
    assertThat(detail.path("changeCount").asInt()).isEqualTo(4);
    assertThat(told(detail))
        .containsExactly(
            "province quang-ngai changed",
            "unit H24.77 2025-07-01 changed",
            "unit H24.95 2025-07-01 removed",
            "unit H24.96 2025-07-01 added");
    JsonNode changed = detail.path("changes").get(1);
    assertThat(changed.path("before").path("name").asText()).isEqualTo("Tên cũ");
    assertThat(changed.path("after").path("name").asText()).isEqualTo("Tên mới");
    assertThat(detail.path("changes").get(2).path("after").isNull()).isTrue();
    assertThat(detail.path("changes").get(3).path("before").isNull()).isTrue();
  }

  @Test
  void going_back_to_an_older_list_is_a_change_too() throws IOException {
    String a = start().version();
    folder.append(ConfigFolder.UNITS, ROW);
    String b = start().version();
    folder.replace(ConfigFolder.UNITS, ROW, "");
    assertThat(start().version()).isEqualTo(a);
    start();
    assertThat(sql("select act || ' ' || subject from evidence order by seq"))
        .containsExactly("directory-kept " + a, "directory-changed " + b, "directory-changed " + a);
    assertThat(told(lastChange())).containsExactly("unit H24.77 2025-07-01 removed");
    assertThat(sql("select sha256 from directory_change order by seq")).containsExactly(a, b, a);
    assertThat(sql("select sha256 from directory_version")).containsExactlyInAnyOrder(a, b);
  }

  @Test
  void an_address_of_mail_is_kept_as_sixteen_digits_and_its_change_is_seen() throws IOException {
    start();
    folder.replace(ConfigFolder.HAI_PHONG, "officer@hai-phong.example", "other@hai-phong.example");
    start();
    JsonNode change = lastChange().path("changes").get(0);
    assertThat(change.path("after").path("secretOfficerMail").asText())
        .isEqualTo(Sha256.of("other@hai-phong.example").substring(0, 16));
    assertThat(sql("select content::text from directory_version union select detail from evidence"))
        .noneMatch(text -> text.contains("@"));
  }

  @Test
  void of_very_many_changes_five_hundred_are_named_and_all_are_counted() throws IOException {
    start();
    folder.append(
        ConfigFolder.UNITS,
        IntStream.range(0, 600)
            .mapToObj(i -> ROW.replace("H24.77", "H24.77.%03d".formatted(i)))
            .collect(Collectors.joining("\n")));
    start();
    JsonNode detail = lastChange();
    assertThat(detail.path("changes")).hasSize(500);
    assertThat(detail.path("changeCount").asInt()).isEqualTo(600);
    assertThat(detail.path("changesSha256").asText()).matches("[0-9a-f]{64}");
  }

  @Test
  void two_that_start_at_once_keep_it_once() throws Exception {
    start();
    folder.append(ConfigFolder.UNITS, ROW);
    Directory directory = DirectoryFolder.read(folder.path());
    CountDownLatch go = new CountDownLatch(1);
    var threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> started = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        DirectoryVersions one = Starts.versions(directory, database, clock);
        started.add(
            threads.submit(
                () -> {
                  go.await();
                  one.afterSingletonsInstantiated();
                  return null;
                }));
      }
      go.countDown();
      for (Future<?> one : started) {
        one.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(sql("select act from evidence where act = 'directory-changed'")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update directory_version set since = since",
        "delete from directory_version",
        "update directory_change set at = at",
        "delete from directory_change"
      })
  void the_gateway_cannot_rewrite_what_it_kept(String statement) {
    assertThatThrownBy(() -> database.app().sql(statement).update())
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  private Directory start() {
    Directory directory = DirectoryFolder.read(folder.path());
    Starts.with(directory, database, clock);
    return directory;
  }

  private JsonNode lastChange() throws IOException {
    return JSON.readTree(
        sql("select detail from evidence where act = 'directory-changed' order by seq desc")
            .get(0));
  }

  private static List<String> told(JsonNode detail) {
    List<String> told = new ArrayList<>();
    detail
        .path("changes")
        .forEach(
            one ->
                told.add(
                    one.path("kind").asText()
                        + " "
                        + one.path("key").asText()
                        + " "
                        + one.path("change").asText()));
    return told;
  }

  private List<String> sql(String query) {
    return database.app().sql(query).query(String.class).list();
  }
}
