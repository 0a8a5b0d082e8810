package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.kt1.testing.Database;

/**
 * The migrations make the schema of {@code samples/schema/schema.txt}, to the last grant. {@code
 * -Dgolden.write=true} writes what they make, to be reviewed as a diff.
 */
class MigrationsIT {

  private static final Path SAMPLES = Path.of("src/test/resources/samples/schema");

  private static Database database;

  @BeforeAll
  static void migrate() {
    database = Database.fresh();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void the_migrations_make_it_from_nothing() {
    assertThat(database.migrations().info().all())
        .isNotEmpty()
        .allMatch(migration -> migration.getState() == MigrationState.SUCCESS);
    assertThat(database.migrations().validateWithResult().validationSuccessful).isTrue();
  }

  @Test
  void they_make_the_schema_that_is_written_down() throws IOException {
    Path written = SAMPLES.resolve("schema.txt");
    String made = described();
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(written, made);
    }
    assertThat(written).usingCharset(StandardCharsets.UTF_8).hasContent(made);
  }

  private static String described() throws IOException {
    String facts = Files.readString(SAMPLES.resolve("describe.sql"));
    return String.join("\n", database.owner().sql(facts).query(String.class).list()) + "\n";
  }
}
