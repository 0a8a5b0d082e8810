package vn.kt1.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vn.kt1.sandbox.SandboxConfig;

/** What the command says of a file is what the intake makes of it. */
class ExplainTest {

  private static final Path SAMPLES = Path.of("src/test/resources/samples/intake");
  private static final Path EXPLAINED = Path.of("src/test/resources/samples/policy/Explained");
  private static final Clock NOW =
      Clock.fixed(Instant.parse("2026-11-22T02:05:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private record Said(int exit, String text, String errors) {}

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES, 2)) {
      return files
          .filter(file -> file.toString().contains("Language/"))
          .filter(file -> file.getFileName().toString().contains(".in."))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void explains_every_golden_sample(Path sample) throws IOException {
    String name = sample.getFileName().toString();
    JsonNode golden =
        JSON.readTree(sample.resolveSibling(name.replaceFirst("\\.in\\..*", ".out.json")).toFile());
    Path file = folder.resolve(name.replace(".in.", "."));
    Files.copy(sample, file);
    Said said = explain(file.toString(), "--partner", "hp-eoffice");
    if (!name.matches("[A-Za-z0-9._-]{1,80}")) {
      assertThat(said.text()).contains("file-name");
    } else if (golden.has("faults")) {
      assertThat(said.exit()).isEqualTo(1);
      golden.path("faults").forEach(fault -> assertThat(said.text()).contains(told(fault)));
    } else {
      assertReading(said, golden);
    }
  }

  private static String told(JsonNode fault) {
    return "  " + fault.asText().replaceFirst(" row ([0-9]+)$", " (dòng $1)") + ": ";
  }

  private static void assertReading(Said said, JsonNode golden) {
    String[] lines = said.text().split("\n");
    assertThat(lines[0])
        .contains("Bàn giao " + golden.path("handOffId").asText())
        .contains("cơ quan gửi " + golden.path("sender").asText());
    String[] envelopes =
        said.text().lines().filter(line -> line.startsWith("Bì ")).toArray(String[]::new);
    assertThat(envelopes).hasSize(golden.path("envelopes").size());
    for (int i = 0; i < envelopes.length; i++) {
      JsonNode envelope = golden.path("envelopes").get(i);
      assertThat(envelopes[i])
          .contains("(" + envelope.path("envelopeId").asText() + ")")
          .contains("độ mật " + envelope.path("secrecy").asText() + ";")
          .contains("độ khẩn " + envelope.path("urgency").asText() + ";")
          .contains(envelope.at("/recipient/code").asText(""));
    }
    assertThat(said.text().lines().filter(line -> line.startsWith("  => ")))
        .hasSameSizeAs(envelopes);
  }

  /** Every row of CONTRACT 3.2, with what each rule said and on which sources; a golden text. */
  @ParameterizedTest
  @ValueSource(strings = {"served", "not-served-any-more", "never-served"})
  void prints_the_verdicts_and_their_sources_of_every_row(String rows) throws IOException {
    Path golden = EXPLAINED.resolve(rows + ".out.txt");
    Path file = folder.resolve(rows + ".json");
    Files.copy(EXPLAINED.resolve(rows + ".in.json"), file);
    Said said = explain(file.toString(), "--partner", "hp-eoffice");
    String text =
        said.text().replaceAll("\\(bản quy tắc [0-9a-f]{12}, bản danh bạ [0-9a-f]{12}\\)", "(…)");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, text);
    }
    assertThat(said.exit()).isEqualTo(1);
    assertThat(text).isEqualTo(Files.readString(golden)).contains("(…)");
  }

  @Test
  void prints_the_receipt_and_nothing_else_as_json() throws IOException {
    Said said = explain(classified("HP-1.csv", "Mật", "true"), "--partner", "hp-eoffice", "--json");
    JsonNode receipt = JSON.readTree(said.text());
    assertThat(said.exit()).isZero();
    assertThat(receipt.path("handOffId").asText()).isEqualTo("HP-1");
    assertThat(receipt.path("receivedAt").isNull()).isTrue();
    JsonNode line = receipt.at("/shipments/0");
    assertThat(line.path("shipmentId").isNull()).isTrue();
    assertThat(line.path("service").asText()).isEqualTo("KT1_C");
    assertThat(line.at("/reasons/0/basis").asText()).contains("QĐ 32/2025/QĐ-TTg");
  }

  @Test
  void prints_the_problem_body_as_json() throws IOException {
    Said said = explain(classified("HP-1.csv", "0", "true"), "--partner", "hp-eoffice", "--json");
    assertThat(said.exit()).isEqualTo(1);
    JsonNode problem = JSON.readTree(said.text());
    assertThat(problem.path("code").asText()).isEqualTo("bad-value");
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/envelopes/0/secrecy");
    assertThat(problem.at("/errors/0/row").asInt()).isEqualTo(1);
  }

  @Test
  void says_no_when_one_is_held_or_refused() throws IOException {
    Said held = explain(classified("HP-1.csv", "", "true"), "--partner", "hp-eoffice");
    assertThat(held.exit()).isEqualTo(1);
    assertThat(held.text()).contains("=> HELD").contains("blank-secrecy-is-held [");
    Said refused = explain(classified("HP-2.csv", "Mật", "false"), "--partner", "hp-eoffice");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.text()).contains("=> REFUSED");
  }

  @Test
  void tells_a_wrong_call_apart_from_a_no() throws IOException {
    String file = classified("HP-1.csv", "Mật", "true");
    assertThat(explain(folder.resolve("none.csv").toString(), "--partner", "hp-eoffice").exit())
        .isEqualTo(2);
    assertThat(explain(folder.toString(), "--partner", "hp-eoffice").exit()).isEqualTo(2);
    assertThat(explain(file).exit()).isEqualTo(2);
    assertThat(explain(file, "--partner", "nobody").exit()).isEqualTo(2);
    assertThat(explain(file, "--partner", "nobody").text()).isEmpty();
  }

  @Test
  void shows_nothing_of_what_is_refused_as_content() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("HP-1.csv"),
            "sender,handed_off_at,envelope_id,recipient_code,trich_yeu\n"
                + "H24.16,2026-11-22T09:00:00+07:00,1,H24.31,xyzzy kế hoạch\n");
    Said said = explain(file.toString(), "--partner", "hp-eoffice");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.text()).contains("content-not-allowed /trich_yeu").doesNotContain("xyzzy");
  }

  private String classified(String name, String secrecy, String entered) throws IOException {
    String row = "H24.16,2026-11-22T09:00:00+07:00,1,H24.31,%s,%s%n".formatted(secrecy, entered);
    return Files.writeString(
            folder.resolve(name),
            "sender,handed_off_at,envelope_id,recipient_code,secrecy,entered_in_register\n" + row)
        .toString();
  }

  private static Said explain(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringWriter errors = new StringWriter();
    CommandLine command =
        Commands.line(
                new CommandLine(
                    new Explain(NOW, new PrintStream(out, true, StandardCharsets.UTF_8))))
            .setErr(new PrintWriter(errors, true));
    String[] all =
        Stream.concat(
                Stream.of(arguments), Stream.of("--config", SandboxConfig.folder().toString()))
            .toArray(String[]::new);
    int exit = command.execute(all);
    return new Said(exit, out.toString(StandardCharsets.UTF_8), errors.toString());
  }
}
