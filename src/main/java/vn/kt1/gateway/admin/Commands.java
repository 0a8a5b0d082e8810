package vn.kt1.gateway.admin;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.kt1.gateway.directory.BadConfiguration;

/**
 * The command line in the same jar. Exit codes: 0 done, 1 the answer is no, 2 wrong usage or
 * unreadable input.
 */
@Command(
    name = "kt1-gateway",
    description = "Without a command: starts the gateway.",
    subcommands = {
      AccessCommands.AddToken.class,
      AccessCommands.RevokeToken.class,
      AccessCommands.AddUser.class,
      CheckConfig.class,
      Explain.class
    })
public final class Commands {

  /** Where {@code --config} is not said: the folder a start in this shell would read. */
  static final String CONFIG = "${env:GATEWAY_CONFIG:-config}";

  /** Whether the arguments name a command rather than options of the gateway. */
  public static boolean named(String... args) {
    return args.length > 0 && !args[0].startsWith("--");
  }

  public static int run(String... args) {
    return line(new CommandLine(new Commands())).execute(args);
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
            : "failed: " + failure.getClass().getSimpleName();
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
