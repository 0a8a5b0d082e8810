package vn.kt1.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short run of the rigs whose ratios matter most, held against those that stand in {@code
 * docs/performance.md}.
 */
public final class SmokeRig {

  /** A ratio may fall by so much; less is noise of the machine. */
  private static final double FALL = 0.25;

  private static final Path RECORDED = Path.of("docs/performance.md");
  private static final Pattern ROW = Pattern.compile("\\| (`[a-z-]+`, [^|]+) \\| ([0-9.]+) \\|");

  private SmokeRig() {}

  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    List<String> falls = run(System.out);
    falls.forEach(System.out::println);
    System.exit(falls.isEmpty() ? 0 : 1);
  }

  /** Returns what has fallen, in words; nothing when all is as fast as recorded. */
  public static List<String> run(PrintStream out) throws Exception {
    return falls(recorded(Files.readString(RECORDED)), measured(out));
  }

  private static Map<String, Double> measured(PrintStream out) throws Exception {
    Map<String, Double> ratios = new LinkedHashMap<>();
    Options few =
        new Options(
            "--clients",
            "8,32",
            "--envelopes",
            "1",
            "--orders",
            "with",
            "--seconds",
            "6",
            "--warm-up",
            "60",
            "--bare",
            "no");
    for (IntakeRig.Point point : IntakeRig.run(few, out)) {
      ratios.put("`intake`, " + point.clients() + " clients", point.ratio());
    }
    ratios.put("`status-file`, 100,000 rows", StatusFileRig.run(100_000, 1, 3, 512, out));
    return ratios;
  }

  /** The table of ratios in that document. */
  static Map<String, Double> recorded(String document) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    Matcher row = ROW.matcher(document);
    while (row.find()) {
      ratios.put(row.group(1), Double.valueOf(row.group(2)));
    }
    return ratios;
  }

  static List<String> falls(Map<String, Double> recorded, Map<String, Double> measured) {
    List<String> falls = new ArrayList<>();
    measured.forEach(
        (what, ratio) -> {
          Double before = recorded.get(what);
          if (before == null) {
            falls.add(what + ": no ratio is recorded in " + RECORDED);
          } else if (ratio < before * (1 - FALL)) {
            falls.add(String.format(Locale.ROOT, "%s: %.2f, was %.2f", what, ratio, before));
          }
        });
    return falls;
  }
}
