package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.Jar;
import vn.kt1.testing.Site;

/**
 * How long a start takes on a database that has its tables, until the Actuator says that the
 * gateway is ready: from the packed jar, unpacked, and with an archive of its classes. Each round
 * starts every form once, so that all meet the same machine.
 */
public final class StartRig {

  /** One way to start: the virtual machine with its options, and the jar. */
  private record Form(List<String> line) {
    static Form of(String java, Path jar, String... options) {
      List<String> line = new ArrayList<>(List.of(java));
      line.addAll(List.of(options));
      line.addAll(List.of("-jar", jar.toString()));
      return new Form(line);
    }
  }

  /** Seconds of the clock and of all cores. */
  private record Taken(double clock, double cores) {}

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Site site;
  private final Path folder;

  private StartRig(Site site, Path folder) {
    this.site = site;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    Options options = new Options(arguments);
    int runs = (int) options.number("--runs", 5);
    String java25 = options.text("--java-25", "");
    Path folder = Rigs.folder("start");
    try (Site site = Site.in(folder)) {
      new StartRig(site, folder).run(runs, java25);
    }
  }

  private void run(int runs, String java25) throws Exception {
    String java = Jar.java().toString();
    Path unpacked = folder.resolve("unpacked/kt1-gateway.jar");
    unpack(java, unpacked.getParent());
    start(Form.of(java, unpacked, option("ArchiveClassesAtExit", "start.jsa")));
    Map<String, Form> forms = new LinkedHashMap<>();
    forms.put("packed", Form.of(java, Jar.FILE));
    forms.put("unpacked", Form.of(java, unpacked));
    forms.put("archive", Form.of(java, unpacked, option("SharedArchiveFile", "start.jsa")));
    if (!java25.isEmpty()) {
      start(Form.of(java25, unpacked, option("AOTCacheOutput", "start.aot")));
      forms.put("packed, 25", Form.of(java25, Jar.FILE));
      forms.put("AOT cache, 25", Form.of(java25, unpacked, option("AOTCache", "start.aot")));
    }
    Map<String, List<Taken>> all = new LinkedHashMap<>();
    for (int round = 0; round < runs; round++) {
      for (Map.Entry<String, Form> form : forms.entrySet()) {
        all.computeIfAbsent(form.getKey(), any -> new ArrayList<>()).add(start(form.getValue()));
      }
    }
    System.out.println("| form | seconds until ready: median (least to most) | of all cores |");
    System.out.println("|---|---|---|");
    all.forEach(StartRig::print);
  }

  private String option(String name, String file) {
    return "-XX:" + name + "=" + folder.resolve(file);
  }

  private static void print(String name, List<Taken> taken) {
    double[] clock = taken.stream().mapToDouble(Taken::clock).sorted().toArray();
    double[] cores = taken.stream().mapToDouble(Taken::cores).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f (%.2f to %.2f) | %.2f |%n",
        name,
        clock[clock.length / 2],
        clock[0],
        clock[clock.length - 1],
        cores[cores.length / 2]);
  }

  private void unpack(String java, Path to) throws Exception {
    List<String> line =
        List.of(java, "-Djarmode=tools", "-jar", Jar.FILE.toString(), "extract", "--destination");
    List<String> whole = new ArrayList<>(line);
    whole.add(to.toString());
    if (new ProcessBuilder(whole).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("the jar cannot be unpacked");
    }
  }

  private Taken start(Form form) throws Exception {
    Path log = folder.resolve("gateway.log");
    int management = FreePort.next();
    ProcessBuilder builder = new ProcessBuilder(form.line()).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GATEWAY_"));
    builder.environment().putAll(site.environment());
    builder.environment().put("GATEWAY_MANAGEMENT_PORT", "" + management);
    long begun = System.nanoTime();
    Process gateway = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      URL ready = new URL("http://127.0.0.1:" + management + "/actuator/health/readiness");
      await()
          .atMost(PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(10))
          .until(() -> !gateway.isAlive() || answers(ready));
      if (!gateway.isAlive()) {
        throw new IllegalStateException("it does not start: " + Files.readString(log));
      }
      double clock = (System.nanoTime() - begun) / 1e9;
      double cores = gateway.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
      return new Taken(clock, cores);
    } finally {
      gateway.destroy();
      gateway.waitFor();
    }
  }

  private static boolean answers(URL ready) {
    try {
      return ((HttpURLConnection) ready.openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
