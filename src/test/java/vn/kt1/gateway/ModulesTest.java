package vn.kt1.gateway;

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

  @Test
  void each_package_uses_only_what_it_says_it_uses() {
    MODULES.verify();
  }

  /** Drawn at each run; its lines are put in order, so that only a change of the code shows. */
  @Test
  void the_module_diagram_is_drawn_from_the_code() throws IOException {
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
    Files.createDirectories(Path.of("docs/modules"));
    Files.write(Path.of("docs/modules/components.puml"), ordered);
  }

  private static Stream<String> lines(List<String> drawn, String start) {
    return drawn.stream().filter(line -> line.startsWith(start)).sorted();
  }
}
