package vn.kt1.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/** Takes a flight recording of the packed jar while it is handed over to, and prints the shares. */
public final class ProfileRig {

  private static final String PARTNER = "hp-eoffice";

  private ProfileRig() {}

  /**
   * {@code --clients 8 --envelopes 1 --seconds 30}, or the file of a recording, which is only
   * printed.
   */
  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    if (arguments.length == 1) {
      Shares.of(Path.of(arguments[0]), Instant.MIN).print(System.out);
      return;
    }
    Path folder = Rigs.folder("profile");
    try (Site site = Rigs.site(folder)) {
      run(site, folder.resolve("gateway.jfr"), new Options(arguments));
    }
  }

  private static void run(Site site, Path recording, Options options) throws Exception {
    String token = Rigs.token(site, PARTNER);
    Jar.Ports ports = new Jar.Ports(FreePort.next(), FreePort.next());
    Duration lasts = Duration.ofSeconds(options.number("--seconds", 30));
    int clients = (int) options.number("--clients", 8);
    IntakeLoad.Outcome outcome;
    double java;
    Instant begun;
    try (Jar gateway = Jar.start(site, ports, machine(recording, options)).awaitReady()) {
      IntakeLoad load =
          new IntakeLoad(
              ports.api(),
              "/api/v1/hand-offs",
              "Bearer " + token,
              (int) options.number("--envelopes", 1));
      load.run(clients, lasts);
      begun = Instant.now();
      java = Cpu.of(gateway.pid());
      outcome = load.run(clients, lasts);
      java = Cpu.of(gateway.pid()) - java;
    }
    System.out.printf(
        Locale.ROOT,
        "%d clients: %.0f hand-offs/s, %.2f ms of Java each; %s%n",
        clients,
        outcome.perSecond(),
        1000 * java / outcome.taken(),
        recording);
    Shares.of(recording, begun).print(System.out);
  }

  private static List<String> machine(Path recording, Options options) {
    List<String> machine = new ArrayList<>(IntakeRig.machine(options.text("--orders", "without")));
    machine.add(
        "-XX:StartFlightRecording=settings=profile,jdk.SocketRead#threshold=0ms,filename="
            + recording);
    return machine;
  }
}
