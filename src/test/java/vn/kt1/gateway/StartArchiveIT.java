package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.SandboxConfig;
import vn.kt1.testing.Jar;

/** The packed jar unpacked, and the archive of its classes, as docs/operations/install.md says. */
@Tag("nightly")
class StartArchiveIT {

  private static final String ARCHIVED = "source: shared objects file (top)";

  @TempDir Path folder;

  @Test
  void a_later_start_takes_its_classes_from_the_archive() throws Exception {
    java(
        "-Djarmode=tools", "-jar", Jar.FILE.toString(), "extract", "--destination", ".", "--force");
    assertThat(folder.resolve("kt1-gateway.jar")).isRegularFile();
    checkConfig("-XX:ArchiveClassesAtExit=start.jsa");
    assertThat(folder.resolve("start.jsa")).isNotEmptyFile();
    String said = checkConfig("-Xshare:on", "-XX:SharedArchiveFile=start.jsa", "-Xlog:class+load");
    assertThat(said.lines())
        .anyMatch(line -> line.contains(" vn.kt1.gateway.command.") && line.contains(ARCHIVED))
        .anyMatch(line -> line.contains(" org.springframework.") && line.contains(ARCHIVED));
  }

  private String checkConfig(String... options) throws Exception {
    List<String> line = new ArrayList<>(List.of(options));
    line.addAll(List.of("-jar", "kt1-gateway.jar", "check-config"));
    line.addAll(List.of("--config", SandboxConfig.folder().toAbsolutePath().toString()));
    return java(line.toArray(String[]::new));
  }

  private String java(String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(Jar.java().toString()));
    line.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEWAY_"));
    int ended = builder.redirectErrorStream(true).redirectOutput(out.toFile()).start().waitFor();
    String said = Files.readString(out);
    assertThat(ended).as(said).isZero();
    return said;
  }
}
