package vn.kt1.gateway.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.testing.Database;

class DatabaseRoleIT {

  private Database database;

  @BeforeEach
  void migrate() {
    database = Database.fresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void the_roles_as_we_make_them_are_good_and_nothing_leaks_into_the_log() {
    assertThat(faults(database.app())).isEmpty();
    assertThat(DatabaseInspection.leaks(database.app())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "grant update on evidence to kt1_app | may update evidence",
        "grant update (seq) on evidence to public | may update evidence",
        "grant truncate on report_version to kt1_app | may truncate report_version",
        "grant create on schema public to public | may make tables",
      })
  void a_right_too_much_is_told_with_what_takes_it_away(String grant, String wrong) {
    database.owner().sql(grant).update();
    List<Fault> faults = faults(database.app());
    assertThat(faults).extracting(Fault::wrong).containsExactly(wrong);
    database.owner().sql(faults.get(0).write()).update();
    assertThat(faults(database.app())).isEmpty();
  }

  @Test
  void the_owner_is_no_role_to_work_as() {
    assertThat(faults(database.owner()))
        .extracting(Fault::wrong)
        .contains("owns the table evidence", "owns the schema public", "may delete evidence");
  }

  @ParameterizedTest
  @CsvSource({
    "jdbc:postgresql://127.0.0.1:5432/kt1, true",
    "jdbc:postgresql://localhost/kt1, true",
    "jdbc:postgresql://db.example.vn/kt1, false",
    "jdbc:postgresql://db.example.vn/kt1?sslmode=require, false",
    "jdbc:postgresql://db.example.vn/kt1?a=b&sslmode=verify-full, true",
    "'jdbc:postgresql://one.example,two.example/kt1', false",
  })
  void a_line_to_another_machine_has_to_be_checked(String url, boolean guarded) {
    assertThat(DatabaseInspection.guarded(url)).isEqualTo(guarded);
  }

  private static List<Fault> faults(JdbcClient role) {
    return new DatabaseRole(role, "kt1_owner").faults();
  }
}
