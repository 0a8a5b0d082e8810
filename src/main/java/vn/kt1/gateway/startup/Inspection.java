package vn.kt1.gateway.startup;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.tls.TlsFiles;

/** All that is looked at before anything runs; every fault is told, not the first only. */
public final class Inspection {

  private final Findings findings = new Findings();
  private final @Nullable Directory directory;
  private final TlsFiles tls;
  private final Settings settings;

  private Inspection(ConfigurableEnvironment environment, List<String> options, boolean starting) {
    this.settings = new Settings(environment);
    this.directory = read(settings);
    this.tls = TlsFiles.of(environment::getProperty);
    Metadata metadata = Metadata.ofTheGateway();
    List<Check> checks =
        List.of(
            new RequiredSettings(),
            new KnownVariables(metadata.keys().keySet()),
            new KnownKeys(metadata.keys().keySet()),
            new Switches(),
            new Exposure(),
            new LogLevels(),
            new VirtualMachine(options),
            new LiteralSecrets(),
            new Secrets(),
            new Passwords(),
            new ServerTls(directory, tls),
            new SftpServers(directory),
            new Folders(starting),
            new BoundSettings(metadata, directory));
    checks.forEach(check -> check.look(settings, findings));
  }

  /**
   * Looks at a gateway that is about to start.
   *
   * @param options of the virtual machine
   */
  static Findings beforeStart(ConfigurableEnvironment environment, List<String> options) {
    return new Inspection(environment, options, true).findings;
  }

  /** Looks at a folder, and says what a start in this shell would say. */
  public static Inspection of(Path folder) {
    return of(FolderSettings.environment(folder, System.getenv()), VirtualMachine.options());
  }

  static Inspection of(ConfigurableEnvironment environment, List<String> options) {
    return new Inspection(environment, options, false);
  }

  public Findings findings() {
    return findings;
  }

  /** What was understood, null when there are faults in it. */
  public @Nullable Directory directory() {
    return directory;
  }

  /** Whether something is set there. */
  public boolean set(String key) {
    return !settings.find(key).blank();
  }

  /** The files TLS is made of, where it is. */
  public TlsFiles tls() {
    return tls;
  }

  private @Nullable Directory read(Settings settings) {
    try {
      String folder = settings.text("gateway.config");
      return DirectoryFolder.read(Path.of(folder.isEmpty() ? "config" : folder));
    } catch (BadConfiguration bad) {
      bad.faults().forEach(findings::wrong);
      return null;
    }
  }
}
