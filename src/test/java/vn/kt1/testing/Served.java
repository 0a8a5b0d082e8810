package vn.kt1.testing;

import java.util.Map;
import vn.kt1.sandbox.EmbeddedDatabase.Passwords;

/** A database for a {@link Site}; one that is lasting is not dropped with it. */
public record Served(String url, Passwords passwords, boolean lasting) {

  static Served fresh() {
    return new Served(Postgres.fresh(), Postgres.PASSWORDS, false);
  }

  /** One that runs already, with the roles of {@code docker/postgres/10-roles.sql}. */
  public static Served given(Map<String, String> environment) {
    Passwords passwords =
        new Passwords(
            "none",
            environment.getOrDefault("BENCH_DB_OWNER_PASSWORD", ""),
            environment.getOrDefault("BENCH_DB_PASSWORD", ""));
    return new Served(environment.get("BENCH_DB_URL"), passwords, true);
  }

  void end() {
    if (!lasting) {
      Postgres.drop(url);
    }
  }
}
