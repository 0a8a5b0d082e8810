package vn.kt1.gateway.inventory;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import vn.kt1.gateway.shipment.Sha256;

/**
 * SHA-256 of all that decides how the gateway behaves: each file of the configuration folder by its
 * relative name, {@link #PACKAGED}, and {@link #SETTINGS}. Never a content.
 */
final class Digests {

  /** Routes, tables, sentences and migrations in the jar, as one. */
  static final String PACKAGED = "packaged";

  /** What holds in the end, wherever it was set, but for secrets. */
  static final String SETTINGS = "settings";

  private static final String[] IN_THE_JAR = {
    "application.yaml",
    "messages_*.properties",
    "routes/**",
    "directory/**",
    "policy/**",
    "shipment/**",
    "tracking/**",
    "slip/**",
    "tariff/**",
    "quality/**",
    "statement/**",
    "db/migration/*.sql"
  };

  private Digests() {}

  static SortedMap<String, String> of(Path folder, ConfigurableEnvironment environment)
      throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : files.filter(file -> counts(folder, file)).toList()) {
        all.put(name(folder, file), Sha256.of(Files.readAllBytes(file)));
      }
    }
    all.put(PACKAGED, packaged());
    all.put(SETTINGS, Sha256.of(SettingsInForce.lines(environment)));
    return all;
  }

  /** Of all of them together. */
  static String whole(SortedMap<String, String> digests) {
    return Sha256.of(
        digests.entrySet().stream()
            .map(one -> one.getValue() + "  " + one.getKey() + "\n")
            .collect(Collectors.joining()));
  }

  /** Hidden ones are of editors, or of whatever mounts the folder, and are never read. */
  private static boolean counts(Path folder, Path file) {
    return Files.isRegularFile(file)
        && !folder.relativize(file).toString().matches("(?s)(.*/)?\\..*");
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replaceAll("\\p{Cntrl}|[\\x{80}-\\x{9F}]", "?");
  }

  private static String packaged() throws IOException {
    ResourcePatternResolver jar = new PathMatchingResourcePatternResolver();
    Map<String, String> all = new TreeMap<>();
    for (String pattern : IN_THE_JAR) {
      for (Resource resource : jar.getResources("classpath*:" + pattern)) {
        if (resource.isReadable()) {
          byte[] content = resource.getContentAsByteArray();
          all.merge(
              String.valueOf(resource.getFilename()),
              Sha256.of(content),
              (one, other) -> one.compareTo(other) < 0 ? one + other : other + one);
        }
      }
    }
    return Sha256.of(all.toString());
  }
}
