package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Sha256;

/**
 * Golden pairs of the message languages: what goes in, and the hand-off or the faults that come
 * out. {@code -Dgolden.write=true} writes what came out, to be reviewed as a diff.
 */
class IntakeGoldenTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples/intake");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  @ParameterizedTest
  @MethodSource("jsonSamples")
  void reads_json_as_the_golden_pair_says(Path in) throws IOException {
    checkPair(in, "json", null);
  }

  @ParameterizedTest
  @MethodSource("csvSamples")
  void reads_csv_as_the_golden_pair_says(Path in) throws IOException {
    checkPair(in, "csv", name(in).replace(".in.csv", ".csv"));
  }

  @ParameterizedTest
  @MethodSource("xlsxSamples")
  void reads_workbooks_as_the_golden_pair_says(Path in) throws IOException {
    checkPair(in, "xlsx", name(in).replace(".in.xlsx", ".xlsx"));
  }

  private static Stream<Path> xlsxSamples() throws IOException {
    WorkbookSamples.writeMissing(SAMPLES.resolve("XlsxLanguage"));
    return samples("XlsxLanguage", ".in.xlsx");
  }

  @ParameterizedTest
  @MethodSource("xmlSamples")
  void reads_edxml_as_the_golden_pair_says(Path in) throws IOException {
    checkPair(in, "xml", name(in).replace(".in.xml", ".xml"));
  }

  private static Stream<Path> jsonSamples() throws IOException {
    return samples("JsonLanguage", ".in.json");
  }

  private static Stream<Path> csvSamples() throws IOException {
    return samples("CsvLanguage", ".in.csv");
  }

  private static Stream<Path> xmlSamples() throws IOException {
    return samples("EdXmlLanguage", ".in.xml");
  }

  private static Stream<Path> samples(String language, String ending) throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES.resolve(language))) {
      return files.filter(file -> name(file).endsWith(ending)).sorted().toList().stream();
    }
  }

  private static void checkPair(Path in, String language, @Nullable String fileName)
      throws IOException {
    Path out = in.resolveSibling(name(in).replaceFirst("\\.in\\..*", ".out.json"));
    String outcome = outcome(Files.readAllBytes(in), language, fileName);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(out, outcome, StandardCharsets.UTF_8);
    }
    assertThat(outcome).isEqualTo(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static String outcome(byte[] bytes, String language, @Nullable String fileName) {
    try {
      HandOff handOff = new Desk().handOver(language, fileName, bytes);
      assertThat(handOff.messageSha256()).isEqualTo(Sha256.of(bytes));
      return json(shown(handOff));
    } catch (Rejected rejected) {
      return json(Map.of("faults", Desk.shown(rejected)));
    }
  }

  /** Without the digest, which says nothing to a reader. */
  static Map<String, Object> shown(HandOff handOff) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("partner", handOff.partner());
    shown.put("handOffId", handOff.handOffId());
    shown.put("sender", handOff.sender());
    shown.put("handedOffAt", handOff.handedOffAt());
    shown.put("envelopes", List.copyOf(handOff.envelopes()));
    return shown;
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
