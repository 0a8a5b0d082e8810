package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
  @TempDir Path temp;

  @Test
  void says_where_it_cannot_run() {
    assertThatThrownBy(() -> EmbeddedDatabase.requireLinux("Mac OS X", "aarch64"))
        .hasMessageContaining("Linux x86-64")
        .hasMessageContaining("SANDBOX_DB_URL");
    EmbeddedDatabase.requireLinux("Linux", "amd64");
  }

  @Test
  void takes_no_stranger_for_its_postmaster() throws Exception {
    long self = ProcessHandle.current().pid();
    Files.writeString(temp.resolve("postmaster.pid"), self + "\n" + temp + "\n");
    assertThat(new Postmaster(temp).pid()).isEmpty();
    Files.writeString(temp.resolve("postmaster.pid"), "not a number\n");
    assertThat(new Postmaster(temp).pid()).isEmpty();
  }

  @Test
  void keeps_the_options_of_an_own_server_but_not_its_login() {
    assertThat(DatabaseRoles.databaseUrl("jdbc:postgresql://db:5432/postgres"))
        .isEqualTo("jdbc:postgresql://db:5432/kt1");
    assertThat(
            DatabaseRoles.databaseUrl(
                "jdbc:postgresql://db/postgres?user=a&ssl=true&password=b&loggerLevel=OFF"))
        .isEqualTo("jdbc:postgresql://db/kt1?ssl=true&loggerLevel=OFF");
    assertThat(DatabaseRoles.databaseUrl("jdbc:postgresql://db/postgres?user=a&password=b"))
        .isEqualTo("jdbc:postgresql://db/kt1");
    assertThatThrownBy(() -> DatabaseRoles.databaseUrl("jdbc:h2:mem:x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
