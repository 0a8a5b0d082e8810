package vn.kt1.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Fills a ledger by the SQL of {@code bench/growth}: a history, and what is under way. */
public final class GrowthRows {

  private final Connection connection;
  private final int handOffs;

  /** Of a history of so many hand-offs, of four envelopes each. */
  public GrowthRows(Connection connection, int handOffs) throws SQLException {
    this.connection = connection;
    this.handOffs = handOffs;
    run("begin", "");
  }

  public GrowthRows history() throws SQLException {
    if (handOffs > 0) {
      run("history", "");
      run("rows", "");
      vacuum();
    }
    return this;
  }

  /** Two thousand envelopes, whose ids begin with that. */
  public GrowthRows underWay(String run) throws SQLException {
    run("now", run);
    run("rows", run);
    vacuum();
    return this;
  }

  /** Whatever is under way, from another run too. Only the superuser may delete evidence so. */
  GrowthRows forget() throws SQLException {
    run("forget", "");
    return this;
  }

  private void vacuum() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("vacuum analyze");
    }
  }

  private void run(String name, String run) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          sql(name).replace("${handOffs}", String.valueOf(handOffs)).replace("${run}", run));
    }
  }

  private static String sql(String name) {
    String file = "/bench/growth/" + name + ".sql";
    try (InputStream in = Objects.requireNonNull(GrowthRows.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(file, e);
    }
  }
}
