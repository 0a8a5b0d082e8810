package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.evidence.KeptEvidence.Kept;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.testing.BadCorpus;
import vn.kt1.testing.BadCorpus.Case;

/** Every bad message is refused for what is wrong with it, and leaves no trace of what it said. */
class BadCorpusTest {

  private final Desk desk = new Desk();

  static Stream<Case> cases() {
    return BadCorpus.all().stream().filter(bad -> !bad.language().equals("mail"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void is_refused_without_an_echo(Case bad) {
    byte[] bytes = bad.bytes();
    Rejected rejected = Desk.refused(() -> desk.handOver(bad.language(), bad.name(), bytes));
    assertThat(rejected.code().text()).as(bad.name()).isEqualTo(bad.code());
    if (bad.pointer() != null) {
      assertThat(rejected.faults()).extracting(Fault::pointer).contains(bad.pointer());
    }
    Echo.assertNoneIn(rejected);
    assertEvidence(rejected, bytes.length);
  }

  private void assertEvidence(Rejected rejected, int bytes) {
    if (rejected.code() != Code.CONTENT_NOT_ALLOWED) {
      assertThat(desk.evidence.kept()).isEmpty();
      return;
    }
    List<String> pointers =
        rejected.faults().stream()
            .filter(fault -> fault.code() == Code.CONTENT_NOT_ALLOWED)
            .map(Fault::pointer)
            .toList();
    assertThat(desk.evidence.kept())
        .containsExactly(
            new Kept(
                "hp-eoffice",
                "content-refused",
                "hp-eoffice",
                Map.of("pointers", pointers, "bytes", bytes, "correlationId", Desk.CORRELATION)));
  }

  @Test
  void the_table_names_every_file_once_and_there_are_many() throws IOException {
    List<String> named = BadCorpus.all().stream().map(Case::file).toList();
    assertThat(named).doesNotHaveDuplicates().hasSizeGreaterThan(150);
    try (Stream<Path> files = Files.walk(BadCorpus.FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(this::shown))
          .filteredOn(file -> !file.equals("expected.csv"))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  private String shown(Path file) {
    return BadCorpus.FOLDER.relativize(file).toString();
  }
}
