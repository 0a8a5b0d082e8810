package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;

class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(GatewayApplication.class);
  private static final Path DRAWN = Path.of("target/modules");
  private static final Path KEPT = Path.of("docs/modules/components.puml");

  @Test
  void each_package_uses_only_what_it_says_it_uses() {
    MODULES.verify();
  }

  /** Its lines are put in order, so that only a change of the plan shows. */
  @Test
  void the_module_diagram_shows_the_code() throws IOException {
    new Documenter(MODULES, Options.defaults().withOutputFolder(DRAWN.toString()))
        .writeModulesAsPlantUml();
    List<String> drawn = Files.readAllLines(DRAWN.resolve("components.puml"));
    List<String> ordered = new ArrayList<>();
    Stream.of("@", "set", "title", "top", "!include", "Container_Boundary", "  Component", "}")
        .forEach(
            start ->
                lines(drawn, start).filter(line -> !line.equals("@enduml")).forEach(ordered::add));
    lines(drawn, "Rel").sorted().forEach(ordered::add);
    lines(drawn, "SHOW").forEach(ordered::add);
    ordered.add("@enduml");
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(KEPT.getParent());
      Files.write(KEPT, ordered);
    }
    assertThat(Files.readAllLines(KEPT))
        .as("draw it anew with -Dgolden.write=true, and read the difference")
        .isEqualTo(ordered);
  }

  private static Stream<String> lines(List<String> drawn, String start) {
    return drawn.stream().filter(line -> line.startsWith(start)).sorted();
  }
}
