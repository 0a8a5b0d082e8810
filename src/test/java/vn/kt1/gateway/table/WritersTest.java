package vn.kt1.gateway.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** SYNTHETIC hand-offs as the programs wrote them that e-offices and clerks use. */
class WritersTest {

  @ParameterizedTest
  @MethodSource
  void what_a_program_writes_by_itself_passes(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    byte[] workbook = Files.readAllBytes(file);
    Xlsx.read(workbook, Xlsx.Limits.usual(), (number, cells) -> rows.add(cells));
    assertThat(rows).hasSizeGreaterThan(1);
    assertThat(rows.get(0)).startsWith("hand_off_id", "sender", "handed_off_at", "envelope_id");
    assertThat(rows.get(1)).contains("H24.16", "H24.31");
  }

  static Stream<Path> what_a_program_writes_by_itself_passes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/samples/writers"))) {
      return files.sorted().toList().stream();
    }
  }
}
