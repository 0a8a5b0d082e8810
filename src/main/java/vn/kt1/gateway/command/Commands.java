package vn.kt1.gateway.command;

import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.logbook.Cause;

/**
 * The command line in the same jar. Exit codes: 0 done, 1 the answer is no, 2 wrong usage or
 * unreadable input.
 */
@Command(name = "kt1-gateway", description = "Without a command: starts the gateway.")
public final class Commands {

  /** Without {@code --config}: the folder that a gateway started in this shell would read. */
  static final String CONFIG = "${env:GATEWAY_CONFIG:-config}";

  private static final Map<String, Supplier<Object>> ALL =
      Map.of(
          "add-token", AccessCommands.AddToken::new,
          "revoke-token", AccessCommands.RevokeToken::new,
          "add-user", AccessCommands.AddUser::new,
          "check-config", CheckConfig::new,
          "explain", Explain::new,
          "report", ReportCommands.WriteReport::new,
          "report-figures", ReportCommands.CountFigures::new);

  public static int run(String... args) {
    CommandLine line = new CommandLine(new Commands());
    // The other commands are not loaded: that would take time.
    boolean known = ALL.containsKey(args[0]);
    ALL.entrySet().stream()
        .filter(one -> !known || one.getKey().equals(args[0]))
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> line.addSubcommand(one.getKey(), one.getValue().get()));
    return line(line).execute(args);
  }

  /** Adds how errors are shown. */
  static CommandLine line(CommandLine command) {
    return command.setExecutionExceptionHandler(Commands::told);
  }

  private static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    // Shows the kind of failure only, because the message of a driver may quote what was typed.
    String message =
        failure instanceof BadConfiguration || failure instanceof UsageFault
            ? failure.getMessage()
            : Cause.of(failure).words("");
    command.getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }

  /** A mistake that the person at the keyboard has to correct. */
  static final class UsageFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageFault(String message) {
      super(message);
    }
  }
}
