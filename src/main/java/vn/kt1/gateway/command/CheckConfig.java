package vn.kt1.gateway.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.startup.Inspection;

/**
 * {@code check-config}: tells every fault of a configuration folder, or a summary when there is
 * none.
 */
@Command(
    name = "check-config",
    description = "Reads the configuration folder and starts nothing. 0: no fault, 1: faults.")
final class CheckConfig implements Callable<Integer> {

  @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
  private Path config = Path.of("config");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Override
  public Integer call() {
    if (!Files.isReadable(config) || !Files.isDirectory(config)) {
      throw new Commands.UsageFault(config + ": no folder that can be read");
    }
    try {
      return told(Inspection.of(config));
    } catch (BadConfiguration unreadable) {
      unreadable.faults().forEach(out::println);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private int told(Inspection inspection) {
    Directory directory = inspection.directory();
    List<Fault> faults = inspection.findings().faults();
    if (directory == null || !faults.isEmpty()) {
      faults.forEach(out::println);
      return CommandLine.ExitCode.SOFTWARE;
    }
    boolean sealed = inspection.set("gateway.post.pgp.our-key-file");
    new ConfigSummary(directory, Clock.systemUTC(), inspection.tls(), sealed)
        .of(config, inspection.findings().open())
        .forEach(out::println);
    return CommandLine.ExitCode.OK;
  }
}
