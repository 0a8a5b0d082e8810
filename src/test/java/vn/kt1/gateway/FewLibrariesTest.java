package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** What a light command may come across is among its few libraries. */
class FewLibrariesTest {

  private static final String OURS = "vn.kt1.gateway.";

  private final Set<String> lacking = new TreeSet<>();
  private final Set<JavaClass> seen = new HashSet<>();
  private final Deque<JavaClass> open = new ArrayDeque<>();

  @Test
  void hold_every_class_that_the_commands_name() throws Exception {
    var all =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.kt1.gateway");
    open.add(all.get(OURS + "command.CheckConfig"));
    open.add(all.get(OURS + "command.Explain"));
    // Found by name when the settings are looked at.
    all.stream()
        .filter(one -> one.isAnnotatedWith(ConfigurationProperties.class))
        .forEach(open::add);
    while (!open.isEmpty()) {
      JavaClass next = open.remove();
      if (seen.add(next)) {
        for (Dependency dependency : next.getDirectDependenciesFromSelf()) {
          meet(dependency.getTargetClass().getBaseComponentType(), next);
        }
      }
    }
    assertThat(seen).hasSizeGreaterThan(200);
    assertThat(lacking).isEmpty();
  }

  private void meet(JavaClass named, JavaClass by) throws ClassNotFoundException {
    if (named.getName().startsWith(OURS)) {
      open.add(named);
    } else if (!named.isPrimitive() && !found(named.getName())) {
      lacking.add(named.getName() + " named by " + by.getName());
    }
  }

  private static boolean found(String name) throws ClassNotFoundException {
    CodeSource source =
        Class.forName(name, false, FewLibrariesTest.class.getClassLoader())
            .getProtectionDomain()
            .getCodeSource();
    if (source == null || source.getLocation().getProtocol().equals("jrt")) {
      return true; // of the virtual machine
    }
    String jar = Path.of(source.getLocation().getPath()).getFileName().toString();
    String file = name.replace('.', '/');
    return FewLibraries.NEEDED.stream()
        .anyMatch(one -> jar.startsWith(one.name()) && file.startsWith(one.folder()));
  }
}
