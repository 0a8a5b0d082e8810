package vn.kt1.gateway;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;

class ModulesTest {

  private static final ApplicationModules MODULES = ApplicationModules.of(GatewayApplication.class);

  @Test
  void each_package_uses_only_what_it_says_it_uses() {
    MODULES.verify();
  }

  @Test
  void the_module_diagram_is_drawn_from_the_code() {
    new Documenter(MODULES, Options.defaults().withOutputFolder(Path.of("docs/modules").toString()))
        .writeModulesAsPlantUml();
  }
}
