package vn.kt1.gateway.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kt1.gateway.shipment.StatusMap.Code;

/** Holds the map against the table it was written from. */
class StatusMapTest {

  private static final Path TABLE =
      Path.of("src/test/resources/shipment/canonical-status-mapping.csv");
  private static final Set<String> STATELESS =
      Set.of(
          "CREATED",
          "PICKUP_SCHEDULED",
          "PICKUP_FAILED",
          "CUSTOMS",
          "ON_HOLD",
          "READY_FOR_PICKUP",
          "PARTIALLY_DELIVERED",
          "PARTIALLY_RETURNED",
          "EXCEPTION",
          "NOT_FOUND");

  @TestFactory
  Stream<DynamicTest> maps_every_row_of_the_table() throws IOException {
    return rows().stream()
        .filter(row -> !row.get("canonical").matches("UNKNOWN|NOT_FOUND|\\(.*"))
        .map(row -> DynamicTest.dynamicTest(row.get("canonical"), () -> maps(row)));
  }

  private static void maps(CSVRecord row) {
    String meaning = row.get("canonical");
    assertThat(codes(row)).isNotEmpty().allSatisfy(code -> maps(code, meaning));
  }

  private static void maps(Code code, String meaning) {
    StatusMap.Meaning found = StatusMap.meaning(code.source(), code.rawCode()).orElseThrow();
    assertThat(found.name()).isEqualTo(meaning);
    assertThat(found.state())
        .isEqualTo(
            STATELESS.contains(meaning)
                ? null
                : meaning.equals("RETURN_PENDING")
                    ? ShipmentState.DELIVERY_FAILED
                    : ShipmentState.valueOf(meaning));
  }

  @Test
  void knows_no_code_of_the_post_that_is_not_in_the_table() throws IOException {
    Set<Code> listed = new HashSet<>();
    rows().forEach(row -> listed.addAll(codes(row)));
    assertThat(StatusMap.codes().keySet())
        .filteredOn(
            code -> !Set.of("gateway", "receipt", "person", "cancellation").contains(code.source()))
        .isSubsetOf(listed);
  }

  @ParameterizedTest
  @CsvSource({"21, COD_SETTLED", "28, FEE_SETTLED", "29, FEE_SETTLED"})
  void money_leads_to_no_state(String code, String name) {
    assertThat(StatusMap.meaning("myvnp", code)).contains(new StatusMap.Meaning(name, null));
  }

  @ParameterizedTest
  @CsvSource({
    "myvnp, 25",
    "myvnp, 26",
    "myvnp, 27",
    "myvnp, 999",
    "ems, 12",
    "upu, EMZ",
    "upu, ''"
  })
  void what_is_not_mapped_is_not_guessed(String source, String code) {
    assertThat(StatusMap.meaning(source, code)).isEmpty();
  }

  @Test
  void the_same_number_means_what_its_system_says() {
    assertThat(StatusMap.meaning("myvnp", "4").orElseThrow().state()).isNull();
    assertThat(StatusMap.meaning("ems", "4").orElseThrow().state())
        .isEqualTo(ShipmentState.IN_TRANSIT);
    assertThat(StatusMap.meaning("upu", "4")).isEmpty();
  }

  private static List<CSVRecord> rows() throws IOException {
    try (var table =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(TABLE))) {
      return table.getRecords();
    }
  }

  private static List<Code> codes(CSVRecord row) {
    return Map.of("myvnp", "myvnp", "ems", "ems_v1", "upu", "upu").entrySet().stream()
        .flatMap(
            system ->
                Arrays.stream(row.get(system.getValue()).replaceFirst(" \\(.*", "").split(","))
                    .filter(code -> code.matches("[0-9]+|[A-Z]{3}"))
                    .map(code -> new Code(system.getKey(), code)))
        .toList();
  }
}
