package vn.kt1.gateway.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.kt1.gateway.access.Logins;
import vn.kt1.gateway.access.PartnerToken;
import vn.kt1.gateway.access.PartnerTokens;
import vn.kt1.gateway.access.PartnerTokens.Made;
import vn.kt1.gateway.access.People;
import vn.kt1.gateway.access.RecentTokens;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.Text;

/** The commands for logins and tokens. They need the database and nothing else. */
final class AccessCommands {

  private static final int USUAL_DAYS = 365;

  private AccessCommands() {}

  /**
   * The actor is the operating system's user, since whoever knows the password of the database may
   * use these commands.
   */
  private static Actor keyboard() {
    return new Actor("command-line:" + System.getProperty("user.name"), null);
  }

  @Command(
      name = "add-token",
      description = "Makes a token for a partner and prints it once; a third one ends the oldest.")
  static final class AddToken implements Callable<Integer> {

    @Parameters(paramLabel = "PARTNER")
    private String partner = "";

    @Option(
        names = "--days",
        paramLabel = "N",
        defaultValue = "" + USUAL_DAYS,
        description =
            "How long it is valid, 1 to "
                + PartnerTokens.MOST_DAYS
                + " days; ${DEFAULT-VALUE} unless told otherwise.")
    private int days = USUAL_DAYS;

    @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      known(partner, config);
      if (days < 1 || days > PartnerTokens.MOST_DAYS) {
        throw new Commands.UsageFault("--days is 1 to " + PartnerTokens.MOST_DAYS);
      }
      Made made =
          CommandDatabase.open(config)
              .all(
                  (jdbc, evidence) ->
                      new PartnerTokens(jdbc, evidence, Clock.systemUTC())
                          .add(keyboard(), partner, Duration.ofDays(days), null));
      if (!made.ended().isEmpty()) {
        RecentTokens.awaitForgotten();
      }
      System.out.println(made.token());
      for (PartnerToken ended : made.ended()) {
        System.err.printf("token %s was the oldest of three and is revoked%n", ended.tokenId());
      }
      return CommandLine.ExitCode.OK;
    }
  }

  @Command(
      name = "revoke-token",
      description = "Ends a token of a partner at once; without an id, says which there are.")
  static final class RevokeToken implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PARTNER")
    private String partner = "";

    @Parameters(index = "1", paramLabel = "TOKEN_ID", arity = "0..1")
    private @Nullable String tokenId;

    @Option(names = "--all", description = "Ends all of them.")
    private boolean all;

    @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      int exitCode =
          CommandDatabase.open(config)
              .all((jdbc, evidence) -> end(new PartnerTokens(jdbc, evidence, Clock.systemUTC())));
      RecentTokens.awaitForgotten();
      return exitCode;
    }

    private int end(PartnerTokens tokens) {
      int ended = 0;
      for (PartnerToken token : tokens.of(partner)) {
        boolean meant = all || token.tokenId().equals(tokenId);
        if (meant && tokens.revoke(keyboard(), partner, token.tokenId(), null)) {
          ended++;
        }
        System.out.printf(
            "%s %s, valid until %s%n",
            meant ? "revoked" : "kept", token.tokenId(), token.expiresAt());
      }
      boolean nothingAsked = tokenId == null && !all;
      return nothingAsked || ended > 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static Directory known(String partner, Path config) {
    Directory directory = DirectoryFolder.read(config);
    if (directory.partner(partner).isEmpty()) {
      throw new Commands.UsageFault(
          "no partner of that name: write " + config + "/partners/<id>.yaml");
    }
    return directory;
  }

  @Command(
      name = "add-user",
      description =
          "Adds a login, or gives an existing one a new password and role; the password is read"
              + " from standard input and has to be changed at the first login.")
  static final class AddUser implements Callable<Integer> {

    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
    private Role role = Role.VIEWER;

    @Option(names = "--unit")
    private @Nullable String unit;

    @Option(names = "--province")
    private @Nullable String province;

    @Option(names = "--config", paramLabel = "DIR", defaultValue = Commands.CONFIG)
    private Path config = Path.of("config");

    @Override
    public Integer call() {
      Directory directory = DirectoryFolder.read(config);
      People.Wanted wanted = new People.Wanted(name, role, unit, province, password());
      try {
        CommandDatabase.open(config)
            .all(
                (jdbc, evidence) -> {
                  Clock clock = Clock.systemUTC();
                  Logins logins = new Logins(jdbc, clock);
                  return new People(logins, directory, evidence, clock, false)
                      .put(keyboard(), wanted, null);
                });
      } catch (Rejected rejected) {
        throw new Commands.UsageFault(told(rejected));
      }
      return CommandLine.ExitCode.OK;
    }

    private static String password() {
      try (Scanner in = new Scanner(System.in, StandardCharsets.UTF_8)) {
        return in.hasNextLine() ? in.nextLine() : "";
      }
    }

    private static String told(Rejected rejected) {
      return rejected.faults().stream()
          .map(fault -> told(fault.pointer().substring(1), fault.detail()))
          .collect(Collectors.joining("\n"));
    }

    private static String told(String what, Text why) {
      return what + ": " + why.vi() + "\n" + what + ": " + why.en();
    }
  }
}
