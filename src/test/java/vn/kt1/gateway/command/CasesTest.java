package vn.kt1.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Forbidden;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Normaliser;
import vn.kt1.gateway.shipment.HandOff;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.startup.FolderSettings;
import vn.kt1.testing.Cases;
import vn.kt1.testing.Cases.Case;
import vn.kt1.testing.Texts;

/** Every file as a real program writes it is answered by {@code explain} as its table says. */
class CasesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock NOW = Clock.fixed(Instant.parse(Cases.NOW), ZoneOffset.UTC);

  @TempDir static Path folder;
  private static Path config;
  private static Directory directory;
  private static Normaliser normaliser;

  @BeforeAll
  static void configure() throws IOException {
    config = Cases.config(folder.resolve("config"), Cases.HONG_BANG, Cases.hongBang());
    directory = DirectoryFolder.read(config);
    IntakeSettings limits = FolderSettings.of(config).bound("gateway.intake", IntakeSettings.class);
    normaliser = new Normaliser(directory, limits, NOW);
  }

  static Stream<Case> cases() {
    return Cases.all().stream();
  }

  static Stream<Case> refused() {
    return cases().filter(Case::refused);
  }

  static Stream<Case> read() {
    return cases().filter(one -> !one.refused());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void what_cannot_be_read_is_refused_where_it_is_wrong_and_not_repeated(Case one)
      throws IOException {
    String said = explained(one, 1);
    JsonNode problem = JSON.readTree(said);
    assertThat(problem.path("code").asText()).isEqualTo(one.answer());
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(one.pointer());
    assertThat(problem.at("/errors/0/row").asText()).isEqualTo(one.row());
    assertThat(Texts.of(one)).filteredOn(text -> !isName(text)).noneMatch(said::contains);
    Rejected rejected = catchThrowableOfType(Rejected.class, () -> handOff(one));
    String sentences =
        String.join(
            "\n",
            rejected.faults().stream().map(fault -> fault.detail().in(Locale.ENGLISH)).toList());
    assertThat(sentences).contains(one.tells());
  }

  /** A forbidden name, which a pointer gives in our own spelling. */
  private static boolean isName(String text) {
    return Forbidden.ourSpelling(text).filter(text::equals).isPresent();
  }

  @ParameterizedTest
  @MethodSource("read")
  void what_can_be_read_is_decided_on_what_it_says(Case one) throws IOException {
    JsonNode receipt = JSON.readTree(explained(one, 0));
    assertThat(outcomes(receipt)).isEqualTo(one.answer());
    assertThat(handOff(one).toString()).contains(one.tells());
  }

  private static String outcomes(JsonNode receipt) {
    List<String> outcomes =
        StreamSupport.stream(receipt.path("shipments").spliterator(), false)
            .map(shipment -> shipment.path("decision").asText())
            .toList();
    return String.join(" ", outcomes);
  }

  private static String explained(Case one, int exit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
    int ended =
        Commands.line(new CommandLine(new Explain(NOW, to)))
            .execute(
                Cases.FOLDER.resolve(one.file()).toString(),
                "--json",
                "--partner",
                one.partner(),
                "--config",
                config.toString());
    assertThat(ended).isEqualTo(exit);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static HandOff handOff(Case one) {
    var units = directory.partner(one.partner()).orElseThrow().units();
    Caller caller = new Caller(one.partner(), Role.PARTNER, units, null);
    return normaliser.normalise(caller, one.language(), one.name(), one.bytes());
  }

  @Test
  void none_of_fifty_headings_of_registers_can_be_mapped() throws IOException {
    String profile = Cases.profile("41-profile-lets-content-in/50-real-headings.yaml");
    List<Integer> headings = lines(profile, ": addressee");
    assertThat(headings).hasSize(50);
    assertThat(refused(profile)).containsExactlyElementsOf(headings);
  }

  @Test
  void a_profile_is_refused_for_each_name_that_lets_content_in() throws IOException {
    assertThat(refused(Cases.profile(Cases.PROFILE)))
        .containsExactlyInAnyOrderElementsOf(Cases.LET_CONTENT_IN);
  }

  private static List<Integer> lines(String profile, String ending) {
    List<String> lines = profile.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> lines.get(number - 1).endsWith(ending))
        .boxed()
        .toList();
  }

  /** The lines that reading the configuration refuses, each as a name for content. */
  private static List<Integer> refused(String profile) throws IOException {
    Path probe = Files.createTempDirectory(folder, "probe");
    Cases.config(probe, "probe", profile);
    BadConfiguration bad =
        catchThrowableOfType(BadConfiguration.class, () -> DirectoryFolder.read(probe));
    assertThat(bad.faults()).allMatch(fault -> fault.wrong().contains("is a name for content"));
    return bad.faults().stream().map(BadConfiguration.Fault::line).toList();
  }

  @Test
  void the_table_names_every_file_once() throws IOException {
    List<String> named = cases().map(Case::file).toList();
    assertThat(named).doesNotHaveDuplicates();
    try (Stream<Path> files = Files.walk(Cases.FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(CasesTest::shown))
          .filteredOn(file -> file.matches("[0-9].*(csv|json|xlsx|xml)"))
          .containsExactlyInAnyOrderElementsOf(named);
    }
  }

  private static String shown(Path file) {
    return Cases.FOLDER.relativize(file).toString();
  }
}
