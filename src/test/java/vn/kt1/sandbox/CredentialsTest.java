package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  @TempDir Path temp;

  @Test
  void keeps_a_secret_across_starts() throws Exception {
    String first = Credentials.in(temp).getOrCreate("admin.password");
    assertThat(first).matches("[A-Za-z0-9]{32}");
    assertThat(Credentials.in(temp).getOrCreate("admin.password")).isEqualTo(first);
    assertThat(Credentials.in(temp).getOrCreate("viewer.password")).isNotEqualTo(first);
  }

  @Test
  void is_readable_by_its_owner_only() throws Exception {
    Path folder = temp.resolve("sandbox");
    Credentials credentials = Credentials.in(folder);
    credentials.getOrCreate("partner.hp-eoffice.token");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(credentials.file())).isEqualTo("rw-------");
  }

  @Test
  void narrows_permissions_that_somebody_widened() throws Exception {
    Credentials credentials = Credentials.in(temp);
    credentials.getOrCreate("a");
    Files.setPosixFilePermissions(temp, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.setPosixFilePermissions(credentials.file(), PosixFilePermissions.fromString("rw-r--r--"));
    Credentials.in(temp);
    assertThat(permissions(temp)).isEqualTo("rwx------");
    assertThat(permissions(credentials.file())).isEqualTo("rw-------");
  }

  @Test
  void is_plain_to_read_for_scripts() throws Exception {
    Credentials credentials = Credentials.in(temp);
    credentials.put("post.sftp.user", "post");
    credentials.put("mail.handoff.address", "ban-giao@sandbox.invalid");
    credentials.put("post.sftp.user", "post2");
    assertThat(Files.readString(credentials.file()))
        .isEqualTo("mail.handoff.address=ban-giao@sandbox.invalid\npost.sftp.user=post2\n");
    assertThat(Credentials.in(temp).get("post.sftp.user")).contains("post2");
    assertThat(Credentials.in(temp).get("unknown")).isEmpty();
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
