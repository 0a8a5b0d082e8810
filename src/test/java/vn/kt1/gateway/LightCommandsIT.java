package vn.kt1.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.SandboxConfig;
import vn.kt1.testing.Jar;

/** What makes the light commands quick, without a watch: what the packed jar leaves alone. */
class LightCommandsIT {

  private static final String CONFIG = SandboxConfig.folder().toString();

  /** As the jar's loader says it when told to. */
  private static final Pattern OPENED =
      Pattern.compile("Created nested jar file \\(.*, BOOT-INF/lib/([^/]+\\.jar),");

  private static final Pattern LOADED = Pattern.compile("\\[class,load *] ([\\w.$]+)");

  /** 4,100 today, a quarter of them archived with the virtual machine. */
  private static final int MOST_CLASSES = 4_500;

  @TempDir Path folder;
  private Path handOff;
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void write() throws Exception {
    String table = "sender,handed_off_at,envelope_id,recipient_code,secrecy\nH24.16,x,1,H24.31,C\n";
    handOff = Files.writeString(folder.resolve("HP-1.csv"), table);
  }

  @Test
  void check_config_opens_few_libraries_and_loads_few_classes() throws Exception {
    String said = run(0, "check-config", "--config", CONFIG);
    assertThat(said).contains("hp-eoffice");
    assertLight(said);
  }

  @Test
  void explain_opens_few_libraries_and_loads_few_classes() throws Exception {
    String said =
        run(1, "explain", handOff.toString(), "--partner", "hp-eoffice", "--config", CONFIG);
    assertThat(said).contains("handedOffAt");
    assertLight(said);
  }

  @Test
  void explain_keeps_to_the_limits_that_a_variable_sets() throws Exception {
    variables.put("GATEWAY_INTAKE_ROWS", "1");
    Files.writeString(handOff, Files.readString(handOff) + "H24.16,x,2,H24.31,C\n");
    assertThat(run(1, "explain", handOff.toString(), "--partner", "hp-eoffice", "--config", CONFIG))
        .contains("too-many");
  }

  private static void assertLight(String said) {
    assertThat(found(OPENED, said))
        .hasSizeBetween(10, FewLibraries.NEEDED.size())
        .allMatch(jar -> FewLibraries.NEEDED.stream().anyMatch(one -> jar.startsWith(one.name())));
    assertThat(found(LOADED, said))
        .hasSizeBetween(1_000, MOST_CLASSES)
        .noneMatch(name -> name.startsWith("org.apache.camel."))
        .noneMatch(name -> name.startsWith("org.apache.catalina."))
        .noneMatch(name -> name.startsWith("org.hibernate.validator.internal."))
        .noneMatch(name -> name.startsWith("org.postgresql."))
        .noneMatch(name -> name.startsWith("org.quartz."))
        .noneMatch(name -> name.startsWith("org.springframework.boot.autoconfigure."))
        .noneMatch(name -> name.startsWith("org.springframework.jdbc."))
        .noneMatch(name -> name.startsWith("org.springframework.context.support.Generic"))
        .noneMatch(name -> name.startsWith("ch.qos.logback."));
  }

  private static List<String> found(Pattern pattern, String said) {
    return pattern.matcher(said).results().map(one -> one.group(1)).distinct().toList();
  }

  private String run(int exitCode, String... arguments) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Jar.java().toString());
    line.addAll(List.of("-Xlog:class+load", "-Dloader.debug=true", "-jar", Jar.FILE.toString()));
    line.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEWAY_"));
    builder.environment().putAll(variables);
    int ended = builder.redirectOutput(out.toFile()).start().waitFor();
    String said = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(ended).as(said.substring(Math.max(0, said.length() - 2_000))).isEqualTo(exitCode);
    return said;
  }
}
