package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.sandbox.EmbeddedDatabase.Passwords;

@Tag("nightly")
class EmbeddedDatabaseIT {
  private static final Passwords PASSWORDS = new Passwords("super1", "owner1", "app1");

  @TempDir Path temp;

  @Test
  void keeps_its_data_across_a_kill_of_the_process() throws Exception {
    Path dataDir = temp.resolve("postgres");
    Process child = childThatStarts(dataDir);
    OptionalLong leftover = new Postmaster(dataDir).pid();
    child.destroyForcibly().waitFor();
    assertThat(leftover).isPresent();
    assertThat(new Postmaster(dataDir).pid()).as("still running").isEqualTo(leftover);

    try (EmbeddedDatabase database = EmbeddedDatabase.start(dataDir, 0, PASSWORDS)) {
      assertThat(new Postmaster(dataDir).pid()).isPresent().isNotEqualTo(leftover);
      assertThat(owner(database, "select n from kept")).containsExactly("42");
    }
    assertThat(new Postmaster(dataDir).pid()).as("stopped").isEmpty();
  }

  @Test
  void refuses_a_folder_that_a_live_sandbox_holds() throws Exception {
    Path dataDir = temp.resolve("postgres");
    Process child = childThatStarts(dataDir);
    try {
      assertThatThrownBy(() -> EmbeddedDatabase.start(dataDir, 0, PASSWORDS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another sandbox is running");
      assertThat(new Postmaster(dataDir).pid()).as("left in peace").isPresent();
    } finally {
      child.destroyForcibly().waitFor();
      new Postmaster(dataDir).stop();
    }
  }

  @Test
  void offers_an_owner_and_a_role_without_rights_of_its_own() throws Exception {
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(temp.resolve("postgres"), 0, PASSWORDS)) {
      owner(database, "create table mine (n int)");
      assertThat(app(database, "select current_user")).containsExactly("kt1_app");
      refuses(database, "select * from mine", "permission denied");
      refuses(database, "create table theirs (n int)", "permission denied");
      refuses(database, "create role another", "permission denied");
      assertThat(app(database, "select rolname from pg_roles where rolsuper"))
          .containsExactly("postgres");
      assertThatThrownBy(() -> query(database.jdbcUrl(), "kt1_app", "wrong", "select 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void commits_durably_says_little_and_lives_in_a_foreign_zone() throws Exception {
    try (EmbeddedDatabase database =
        EmbeddedDatabase.start(temp.resolve("postgres"), 0, PASSWORDS)) {
      assertThat(setting(database, "fsync")).isEqualTo("on");
      assertThat(setting(database, "synchronous_commit")).isEqualTo("on");
      assertThat(setting(database, "full_page_writes")).isEqualTo("on");
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(database, "log_error_verbosity")).isEqualTo("terse");
      assertThat(setting(database, "log_parameter_max_length_on_error")).isEqualTo("0");
      assertThat(setting(database, "log_statement")).isEqualTo("none");
      assertThat(Files.readString(temp.resolve("postgres/postmaster.opts")))
          .as("JDBC sends the zone of its own JVM, so it cannot be asked for")
          .contains("timezone=America/New_York");
      assertThat(owner(database, "select lower('ĐỘ MẬT')")).containsExactly("độ mật");
    }
  }

  @Test
  void takes_new_passwords_and_another_port_at_the_next_start() throws Exception {
    Path dataDir = temp.resolve("postgres");
    int port;
    try (EmbeddedDatabase first = EmbeddedDatabase.start(dataDir, 0, PASSWORDS)) {
      port = first.port();
      assertThat(first.jdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:" + port + "/kt1");
    }
    Passwords changed = new Passwords("super1", "owner2", "app2");
    try (EmbeddedDatabase again = EmbeddedDatabase.start(dataDir, port, changed)) {
      assertThat(again.port()).isEqualTo(port);
      assertThat(query(again.jdbcUrl(), "kt1_app", "app2", "select 1")).containsExactly("1");
      assertThatThrownBy(() -> query(again.jdbcUrl(), "kt1_app", "app1", "select 1"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void starts_afresh_after_a_first_start_that_was_interrupted() throws Exception {
    Path dataDir = Files.createDirectories(temp.resolve("postgres"));
    Files.writeString(dataDir.resolve("postgresql.conf"), "half a cluster");
    Files.writeString(dataDir.resolve("PG_VERSION"), "17\n");
    Files.createFile(temp.resolve("postgres.initialising"));
    try (EmbeddedDatabase database = EmbeddedDatabase.start(dataDir, 0, PASSWORDS)) {
      assertThat(app(database, "select 1")).containsExactly("1");
    }
    try (var left = Files.list(temp)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("postgres", "postgres.lock");
    }
  }

  @Test
  void prepares_an_own_server_any_number_of_times() throws Exception {
    try (EmbeddedDatabase server = EmbeddedDatabase.start(temp.resolve("postgres"), 0, PASSWORDS)) {
      String address = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres";
      String superuser = address + "?user=postgres&password=super1&ApplicationName=own";
      EmbeddedDatabase.prepare(superuser, "owner3", "app3");
      String url = EmbeddedDatabase.prepare(superuser, "owner4", "app4");
      assertThat(url)
          .isEqualTo("jdbc:postgresql://127.0.0.1:" + server.port() + "/kt1?ApplicationName=own");
      assertThat(query(url, "kt1_owner", "owner4", "select 1")).containsExactly("1");
    }
  }

  private Process childThatStarts(Path dataDir) throws IOException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName(),
                dataDir.toString())
            .redirectError(temp.resolve("child.err").toFile())
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    assertThat(output.lines().anyMatch("STARTED"::equals)).as("child started").isTrue();
    return child;
  }

  /** Starts the database in a process of its own, for the test to kill. */
  static final class Starter {
    public static void main(String[] arguments) throws Exception {
      EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]), 0, PASSWORDS);
      owner(database, "create table kept (n int)");
      owner(database, "insert into kept values (42)");
      System.out.println("\nSTARTED");
      new CountDownLatch(1).await();
    }
  }

  private static void refuses(EmbeddedDatabase database, String sql, String because) {
    assertThatThrownBy(() -> app(database, sql)).hasMessageContaining(because);
  }

  private static String setting(EmbeddedDatabase database, String name) throws SQLException {
    return owner(database, "show " + name).get(0);
  }

  private static List<String> owner(EmbeddedDatabase database, String sql) throws SQLException {
    return query(database.jdbcUrl(), "kt1_owner", PASSWORDS.owner(), sql);
  }

  private static List<String> app(EmbeddedDatabase database, String sql) throws SQLException {
    return query(database.jdbcUrl(), "kt1_app", PASSWORDS.app(), sql);
  }

  private static List<String> query(String url, String user, String password, String sql)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      List<String> values = new ArrayList<>();
      if (statement.execute(sql)) {
        ResultSet rows = statement.getResultSet();
        while (rows.next()) {
          values.add(rows.getString(1));
        }
      }
      return values;
    }
  }
}
