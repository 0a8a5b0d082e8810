package vn.kt1.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.report.ReportYardstick;
import vn.kt1.testing.LastingPostgres;
import vn.kt1.testing.Served;

/**
 * What a report costs on a history of ten years, and on one twice as long: figures as they are
 * read, their documents, and beside it in the same run one query a figure on the raw tables.
 */
public final class ReportRig {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-10T00:00:00Z"), ZoneOffset.UTC);

  private ReportRig() {}

  public static void main(String[] arguments) throws Exception {
    Rigs.quiet();
    Options options = new Options(arguments);
    int aYear = (int) options.number("--a-year", 100_000);
    int years = (int) options.number("--years", 10);
    int rounds = (int) options.number("--rounds", 5);
    String home = System.getProperty("user.home");
    Path data = Path.of(options.text("--data", home + "/.cache/kt1-report"));
    try (LastingPostgres postgres = LastingPostgres.in(data)) {
      System.out.println(
          "| years | shipments | from zero, s | figures, ms | raw, one query a figure, ms |"
              + " documents, ms |");
      System.out.println("|---|---|---|---|---|---|");
      double one = told(postgres, years, aYear, rounds);
      double twice = told(postgres, 2 * years, aYear, rounds);
      System.out.printf(Locale.ROOT, "twice the history costs %.2f%n", twice / one);
    }
  }

  private static double told(LastingPostgres postgres, int years, int aYear, int rounds)
      throws Exception {
    Served database = filled(postgres, years, aYear);
    try (Connection connection = postgres.superuser(database)) {
      var source = new SingleConnectionDataSource(connection, true);
      var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
      ReportYardstick report = new ReportYardstick(JdbcClient.create(source), CLOCK);
      double zero = transaction.execute(status -> millis(report::rebuild)) / 1000;
      List<Double> figures = new ArrayList<>();
      List<Double> raw = new ArrayList<>();
      List<Double> documents = new ArrayList<>();
      // Whoever is asked first warms up for the other.
      for (int warm = 0; warm < 3; warm++) {
        transaction.executeWithoutResult(status -> report.documents());
        report.raw();
      }
      for (int round = 0; round < rounds; round++) {
        // As a read of a day finds it: something of the last month has changed.
        figures.add(
            transaction.execute(
                status -> {
                  report.touch("2026-12");
                  return millis(report::figures);
                }));
        raw.add(millis(report::raw));
        documents.add(transaction.execute(status -> millis(report::documents)));
      }
      System.out.printf(
          Locale.ROOT,
          "| %d | %d | %.1f | %.0f | %.0f | %.0f |%n",
          years,
          years * aYear,
          zero,
          median(figures),
          median(raw),
          median(documents));
      return median(figures);
    }
  }

  private static double millis(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /** Filled once for each size and schema. */
  private static Served filled(LastingPostgres postgres, int years, int aYear)
      throws SQLException, IOException {
    String name = "kt1_report_%d_%d_%08x".formatted(years, aYear, postgres.schema());
    if (postgres.has(name)) {
      return postgres.served(name);
    }
    Served filling = postgres.create("kt1_filling");
    try (Connection superuser = postgres.superuser(filling);
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      statement.execute(
          """
          create function unit(g bigint) returns text language sql immutable as
            $$ select (case when g % 2 = 0 then 'H24.' else 'H48.' end) || (10 + g / 2 % 40) $$
          """);
      statement.execute(
          """
          create function at(g bigint) returns timestamptz language sql immutable as
            $$ select timestamptz '2026-12-10 00:00:00+07' - (%d::bigint * %d - g)
              * (interval '365 days' / %d) $$
          """
              .formatted(years, aYear, aYear));
      statement.execute(sql().replace("${years}", "" + years).replace("${aYear}", "" + aYear));
      statement.execute("vacuum analyze");
    }
    return postgres.rename("kt1_filling", name);
  }

  private static String sql() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(ReportRig.class.getResourceAsStream("/bench/report/history.sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
