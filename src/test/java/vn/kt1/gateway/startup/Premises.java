package vn.kt1.gateway.startup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.sandbox.Credentials;

/** A folder, an environment and options with which a gateway would start: to be spoilt. */
final class Premises {

  static final String HOST_KEY =
      " ecdsa-sha2-nistp256"
          + " AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBEmKSENjQEezOmxkZMy7opKgwFB9nkt5YRrYMjNuG5N87uRgg6CLrbo5wAdT/y6v0mKV0U2w0WZ2YB/++Tpockg=\n";

  /** The first line of what is set beside the shipped settings. */
  static final long LINE = read(Path.of("config/application.yaml")).lines().count() + 2;

  final Path folder;
  final Map<String, String> variables = new HashMap<>();
  final List<String> options = new ArrayList<>();
  final List<String> arguments = new ArrayList<>();
  final Map<String, Object> elsewhere = new HashMap<>();

  Premises(Path folder) {
    this.folder = folder;
    for (String file :
        List.of(
            "units/sample-units.csv", "provinces/hai-phong.yaml", "provinces/quang-ngai.yaml")) {
      write("config/" + file, read(Path.of("config", file)));
    }
    write(
        "config/partners/office.yaml",
        "name: Office\nunits: [H24.16]\nsftp: true\nchecksumRequired: true\n");
    write("config/application.yaml", read(Path.of("config/application.yaml")));
    write("keys/drop_key", "a key", "rw-------");
    write("keys/post_key", "a key", "rw-------");
    write("keys/known_hosts", "sftp.example.vn" + HOST_KEY + "[drop.example.vn]:2222" + HOST_KEY);
    variables.putAll(
        Map.of(
            "GATEWAY_DB_URL", "jdbc:postgresql://127.0.0.1:5432/kt1",
            "GATEWAY_DB_USER", "kt1_app",
            "GATEWAY_DB_PASSWORD", Credentials.freshSecret(),
            "GATEWAY_DB_OWNER_USER", "kt1_owner",
            "GATEWAY_DB_OWNER_PASSWORD", Credentials.freshSecret(),
            "GATEWAY_POST_SFTP_HOST", "sftp.example.vn",
            "GATEWAY_POST_SFTP_KEY", path("keys/post_key"),
            "GATEWAY_POST_SFTP_KNOWN_HOSTS", path("keys/known_hosts"),
            "GATEWAY_DATA", path("data")));
    variables.putAll(
        Map.of(
            "GATEWAY_DROP_SFTP_HOST",
            "drop.example.vn",
            "GATEWAY_DROP_SFTP_PORT",
            "2222",
            "GATEWAY_DROP_SFTP_KEY",
            path("keys/drop_key"),
            "GATEWAY_DROP_SFTP_KNOWN_HOSTS",
            path("keys/known_hosts")));
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  void write(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, String text, String permissions) {
    write(name, text);
    permit(name, permissions);
  }

  void permit(String name, String permissions) {
    try {
      Files.setPosixFilePermissions(
          folder.resolve(name), PosixFilePermissions.fromString(permissions));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As a further document of the file, which counts before the first: from {@link #LINE} on. */
  void setting(String lines) {
    String shipped = read(Path.of("config/application.yaml"));
    write("config/application.yaml", shipped + "---\n" + lines + "\n");
  }

  /** What is said at a start. */
  List<String> start() {
    return said(Inspection.beforeStart(environment(), options).all());
  }

  /** What {@code check-config} says. */
  Findings check() {
    return Inspection.of(environment(), options).findings();
  }

  static List<String> said(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }

  private ConfigurableEnvironment environment() {
    ConfigurableEnvironment environment =
        FolderSettings.environment(folder.resolve("config"), variables);
    environment.getPropertySources().addFirst(new MapPropertySource("elsewhere", elsewhere));
    environment
        .getPropertySources()
        .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
    return environment;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
