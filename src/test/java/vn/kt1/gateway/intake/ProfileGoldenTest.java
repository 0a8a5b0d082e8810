package vn.kt1.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.shipment.Rejected;

/**
 * Golden pairs of the worked profiles, each read by the file that is shipped as the example. {@code
 * -Dgolden.write=true} writes what came out, to be reviewed as a diff.
 */
class ProfileGoldenTest {

  private static final Path EXAMPLES = Path.of("config/partners/examples");
  private static final Path SAMPLES = Path.of("src/test/resources/samples/intake/profiles");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("samples")
  void reads_what_a_partner_writes_as_the_golden_pair_says(Path in) throws IOException {
    String profile = in.getParent().getFileName().toString();
    Directory directory = with(EXAMPLES.resolve(profile + ".yaml"));
    Caller caller =
        new Caller(profile, Role.PARTNER, directory.partner(profile).orElseThrow().units(), null);
    Normaliser normaliser =
        new Normaliser(directory, IntakeSettings.usual(), Clock.fixed(Desk.NOW, ZoneOffset.UTC));
    String name = in.getFileName().toString();
    String language = name.substring(name.lastIndexOf('.') + 1);
    String fileName = language.equals("json") ? null : name.replace(".in.", ".");
    Path out = in.resolveSibling(name.replaceFirst("\\.in\\..*", ".out.json"));
    String outcome = outcome(normaliser, caller, language, fileName, Files.readAllBytes(in));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(out, outcome, StandardCharsets.UTF_8);
    }
    assertThat(outcome).isEqualTo(Files.readString(out, StandardCharsets.UTF_8));
  }

  private static String outcome(
      Normaliser normaliser,
      Caller caller,
      String language,
      @Nullable String fileName,
      byte[] bytes) {
    try {
      return IntakeGoldenTest.json(
          IntakeGoldenTest.shown(normaliser.normalise(caller, language, fileName, bytes)));
    } catch (Rejected rejected) {
      return IntakeGoldenTest.json(Map.of("faults", Desk.shown(rejected)));
    }
  }

  @Test
  void every_example_has_golden_pairs() throws IOException {
    try (Stream<Path> examples = Files.list(EXAMPLES)) {
      assertThat(examples.map(Path::getFileName).map(Path::toString))
          .filteredOn(name -> name.endsWith(".yaml"))
          .isNotEmpty()
          .allSatisfy(
              name ->
                  assertThat(SAMPLES.resolve(name.replace(".yaml", "")))
                      .isDirectoryContaining("glob:**.in.*"));
    }
  }

  private static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().contains(".in."))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** The shipped folder with that partner in it. */
  private Directory with(Path example) throws IOException {
    for (String part :
        List.of(
            "units/sample-units.csv", "provinces/hai-phong.yaml", "provinces/quang-ngai.yaml")) {
      Path copy = folder.resolve(part);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of("config").resolve(part), copy);
    }
    Files.createDirectories(folder.resolve("partners"));
    Files.copy(example, folder.resolve("partners").resolve(example.getFileName()));
    return DirectoryFolder.read(folder);
  }
}
