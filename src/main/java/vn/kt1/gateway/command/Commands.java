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

  /** Where {@code --config} is not said: the folder a start in this shell would read. */
  static final String CONFIG = "${env:GATEWAY_CONFIG:-config}";

  private static final Map<String, Supplier<Object>> ALL =
      Map.of(
          "add-token", AccessCommands.AddToken::new,
          "revoke-token", AccessCommands.RevokeToken::new,
          "add-user", AccessCommands.AddUser::new,
          "check-config", CheckConfig::new,
          "explain", Explain::new);

  public static int run(String... args) {
    CommandLine line = new CommandLine(new Commands());
    // The others are not even looked at: they load what takes its time.
    boolean known = ALL.containsKey(args[0]);
    ALL.entrySet().stream()
        .filter(one -> !known || one.getKey().equals(args[0]))
        .sorted(Map.Entry.comparingByKey())
        .forEach(one -> line.addSubcommand(one.getKey(), one.getValue().get()));
    return line(line).execute(args);
  }

  /** With our way of telling what went wrong. */
  static CommandLine line(CommandLine command) {
    return command.setExecutionExceptionHandler(Commands::told);
  }

  private static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    // The kind of failure only: a driver's message may quote what was typed.
    String message =
        failure instanceof BadConfiguration || failure instanceof UsageFault
            ? failure.getMessage()
            : Cause.of(failure).words("");
    command.getErr().println(message);
    return CommandLine.ExitCode.USAGE;
  }

  /** Something the person at the keyboard has to do differently. */
  static final class UsageFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageFault(String message) {
      super(message);
    }
  }
}
