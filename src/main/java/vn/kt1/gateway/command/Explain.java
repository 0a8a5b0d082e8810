package vn.kt1.gateway.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.directory.Partner;
import vn.kt1.gateway.intake.IntakeSettings;
import vn.kt1.gateway.intake.Normaliser;
import vn.kt1.gateway.policy.RoutingPolicy;
import vn.kt1.gateway.policy.rules.Rules;
import vn.kt1.gateway.shipment.Decided;
import vn.kt1.gateway.shipment.Decision.Outcome;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.Fault.Code;
import vn.kt1.gateway.shipment.Receipt;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.startup.FolderSettings;
import vn.kt1.gateway.text.FileName;
import vn.kt1.gateway.web.Problem;
import vn.kt1.gateway.web.ReceiptAnswer;

/** {@code explain}: tells how the gateway would read and decide a file. It stores nothing. */
@Command(
    name = "explain",
    description = {
      "Cho biết cổng sẽ đọc và quyết định thế nào với một tệp; không ghi lại gì.",
      "Says how a file would be read and decided; nothing is kept."
    })
final class Explain implements Callable<Integer> {

  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Option(names = "--partner", required = true, paramLabel = "P")
  private String partner = "";

  @Option(names = "--json", description = "the receipt or the problem body, and nothing else")
  private boolean json;

  @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
  private Path config = Path.of("config");

  private final Clock clock;
  private final PrintStream out;

  Explain() {
    // Always UTF-8, whatever the locale of the terminal: the sentences are Vietnamese.
    this(
        Clock.systemUTC(),
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
  }

  Explain(Clock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  @Override
  public Integer call() {
    Directory directory = DirectoryFolder.read(config);
    Partner known =
        directory
            .partner(partner)
            .orElseThrow(
                () ->
                    new Commands.UsageFault("no partner of that name in " + config + "/partners"));
    byte[] bytes = bytes();
    try {
      return decided(decide(directory, known, bytes), directory);
    } catch (Rejected rejected) {
      return refused(rejected);
    }
  }

  private byte[] bytes() {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Commands.UsageFault("the file cannot be opened: " + file);
    }
  }

  private Decided decide(Directory directory, Partner known, byte[] bytes) {
    String name = file.getFileName().toString();
    if (!FileName.allowed(name)) {
      throw new Rejected(Fault.of(Code.FILE_NAME, ""));
    }
    Caller caller = new Caller(known.id(), Caller.Role.PARTNER, known.units(), null);
    return new RoutingPolicy(directory, clock, Rules.all())
        .decide(
            new Normaliser(directory, limits(), clock)
                .normalise(caller, FileName.language(name), name, bytes));
  }

  private IntakeSettings limits() {
    return FolderSettings.of(config).bound("gateway.intake", IntakeSettings.class);
  }

  private int decided(Decided decided, Directory directory) {
    Receipt receipt = Receipt.preview(decided);
    if (json) {
      print(ReceiptAnswer.of(receipt, VIETNAMESE).bytes());
    } else {
      out.print(Explanation.of(decided, directory, VIETNAMESE));
    }
    boolean all = decided.decisions().stream().allMatch(one -> one.outcome() == Outcome.ROUTED);
    return all ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private int refused(Rejected rejected) {
    if (json) {
      print(Problem.of(rejected, Problem.newCorrelationId()).json(VIETNAMESE));
    } else {
      out.print(Explanation.of(rejected, VIETNAMESE));
    }
    return ExitCode.SOFTWARE;
  }

  private void print(byte[] answer) {
    out.println(new String(answer, StandardCharsets.UTF_8));
  }
}
