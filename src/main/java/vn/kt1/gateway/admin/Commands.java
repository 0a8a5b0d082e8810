package vn.kt1.gateway.admin;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kt1.gateway.directory.BadConfiguration;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.inspection.Secrets;

/**
 * The command line in the same jar. Exit codes: 0 done, 1 the answer is no, 2 wrong usage or
 * unreadable input.
 */
@Command(
    name = "kt1-gateway",
    description = "Without a command: starts the gateway.",
    subcommands = {
      Commands.AddToken.class,
      Commands.AddUser.class,
      CheckConfig.class,
      Explain.class
    })
public final class Commands {

  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

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

  @Command(name = "add-token", description = "Makes a token for a partner and prints it once.")
  static final class AddToken implements Callable<Integer> {

    @Parameters(paramLabel = "PARTNER")
    private String partner = "";

    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config")
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      Directory directory = DirectoryFolder.read(config);
      if (directory.partner(partner).isEmpty()) {
        throw new UsageFault("no partner of that name: write " + config + "/partners/<id>.yaml");
      }
      System.out.println(new PartnerTokens(database(), Clock.systemUTC()).add(partner));
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "add-user",
      description = "Adds a login; the password is read from standard input.")
  static final class AddUser implements Callable<Integer> {

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.VIEWER;

    @Option(names = "--unit")
    private @Nullable String unit;

    @Option(names = "--province")
    private @Nullable String province;

    @Option(names = "--config", paramLabel = "DIR", defaultValue = "config")
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      check(DirectoryFolder.read(config));
      try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
        String password = in.hasNextLine() ? in.nextLine() : "";
        if (password.length() < 12) {
          throw new UsageFault("the password on standard input needs at least 12 characters");
        }
        new Logins(database(), Clock.systemUTC()).put(name, password, role, unit, province);
      }
      return CommandLine.ExitCode.OK;
    }

    /** A role without what it acts for would see nothing, or be taken for another. */
    private void check(Directory directory) {
      if (role == Role.PARTNER) {
        throw new UsageFault("a partner is no person: use add-token");
      }
      if ((role == Role.CLERK) != (unit != null)) {
        throw new UsageFault("a CLERK, and nobody else, needs --unit CODE");
      }
      if ((role == Role.DEPARTMENT) != (province != null)) {
        throw new UsageFault("a DEPARTMENT, and nobody else, needs --province ID");
      }
      if (unit != null && !served(directory, unit)) {
        throw new UsageFault(
            "no unit of that code in a province served here: see " + config + "/units, /provinces");
      }
      if (province != null && !directory.hasProvince(province)) {
        throw new UsageFault("no province of that id: see " + config + "/provinces");
      }
    }
  }

  private static boolean served(Directory directory, String unit) {
    return directory
        .unit(unit, LocalDate.now(VIETNAM))
        .filter(found -> directory.hasProvince(found.province()))
        .isPresent();
  }

  private static JdbcClient database() {
    Map<String, String> env = Secrets.fromFiles(System.getenv());
    String url = env.get("GATEWAY_DB_URL");
    if (url == null) {
      throw new UsageFault("set GATEWAY_DB_URL, GATEWAY_DB_USER and GATEWAY_DB_PASSWORD[_FILE]");
    }
    return JdbcClient.create(
        new DriverManagerDataSource(
            url,
            env.getOrDefault("GATEWAY_DB_USER", ""),
            env.getOrDefault("GATEWAY_DB_PASSWORD", "")));
  }
}
