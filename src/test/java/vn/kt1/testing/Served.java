package vn.kt1.testing;

import vn.kt1.sandbox.EmbeddedDatabase.Passwords;

/** A database for a {@link Site}; one that is lasting is not dropped with it. */
public record Served(String url, Passwords passwords, boolean lasting) {

  static Served fresh() {
    return new Served(Postgres.fresh(), Postgres.PASSWORDS, false);
  }

  void end() {
    if (!lasting) {
      Postgres.drop(url);
    }
  }
}
