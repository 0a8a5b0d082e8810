package vn.kt1.gateway.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.report.ReportFolder;
import vn.kt1.gateway.shipment.Rejected;

/** The commands for the yearly report. They need the database and nothing else. */
final class ReportCommands {

  private ReportCommands() {}

  @Command(
      name = "report",
      description = "Counts the report of a year now and writes it as DOCX, PDF, XLSX and JSON.")
  static final class WriteReport implements Callable<Integer> {

    @Parameters(paramLabel = "YEAR")
    private int year;

    @Option(names = "--province", paramLabel = "ID", required = true)
    private String province = "";

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path out = Path.of(".");

    @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      Directory directory = DirectoryFolder.read(config);
      if (!directory.hasProvince(province)) {
        throw new Commands.UsageFault("no province of that name: see " + config + "/provinces");
      }
      try {
        written(directory).forEach(System.out::println);
      } catch (Rejected rejected) {
        throw new Commands.UsageFault(rejected.faults().get(0).detail().en());
      }
      return CommandLine.ExitCode.OK;
    }

    private List<Path> written(Directory directory) {
      return CommandDatabase.open(config)
          .all(
              (jdbc, evidence) -> {
                try {
                  return new ReportFolder(jdbc, evidence, directory, Clock.systemUTC())
                      .write(province, year, out);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  @Command(name = "report-figures", description = "Counts the figures of every month from zero.")
  static final class CountFigures implements Callable<Integer> {

    @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      Directory directory = DirectoryFolder.read(config);
      int rows =
          CommandDatabase.open(config)
              .all(
                  (jdbc, evidence) ->
                      new ReportFolder(jdbc, evidence, directory, Clock.systemUTC()).rebuild());
      System.out.println(rows + " rows");
      return CommandLine.ExitCode.OK;
    }
  }
}
