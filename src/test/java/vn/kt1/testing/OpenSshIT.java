package vn.kt1.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenSshIT {
  @TempDir Path temp;
  private OpenSsh ssh;
  private StockSftp client;

  @BeforeAll
  static void require() {
    OpenSsh.require();
  }

  @BeforeEach
  void start() throws Exception {
    ssh = OpenSsh.startIn(temp);
    client = new StockSftp(ssh.port(), ssh.user(), ssh.keyFile(), ssh.knownHosts());
  }

  @AfterEach
  void stop() throws Exception {
    ssh.close();
  }

  @Test
  void starts_a_login_in_the_root_folder() throws Exception {
    Path sent = Files.writeString(temp.resolve("sent"), "x");
    assertThat(client.run("mkdir outbox", "put " + sent + " outbox/a.json").ok()).isTrue();
    assertThat(ssh.root().resolve("outbox/a.json")).hasContent("x");
    assertThat(client.exec("id").output()).as("no commands").doesNotContain("uid=");
  }

  @Test
  void speaks_with_the_library_that_camel_uses() throws Exception {
    Files.createDirectories(ssh.root().resolve("to-post/orders"));
    assertThat(jsch("to-post")).contains("orders");
  }

  @Test
  void comes_back_on_the_same_port_with_the_same_key() throws Exception {
    int port = ssh.port();
    ssh.stop();
    assertThat(client.run("ls").ok()).isFalse();
    ssh.start();
    assertThat(ssh.port()).isEqualTo(port);
    assertThat(client.run("ls").ok()).isTrue();
  }

  @Test
  void drops_the_connections_it_serves_when_it_stops() throws Exception {
    Session session = session();
    session.connect(10_000);
    try {
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(10_000);
      ssh.stop();
      assertThatThrownBy(() -> sftp.ls(".")).isInstanceOf(Exception.class);
    } finally {
      session.disconnect();
    }
  }

  @Test
  void is_a_stranger_to_its_clients_with_another_host_key() throws Exception {
    ssh.rotateHostKey();
    assertThat(client.run("ls").output()).contains("Host key verification failed");
    assertThatThrownBy(() -> jsch(".")).hasMessageContaining("HostKey");
  }

  private List<String> jsch(String folder) throws Exception {
    Session session = session();
    try {
      session.connect(10_000);
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(10_000);
      return sftp.ls(folder).stream().map(ChannelSftp.LsEntry::getFilename).toList();
    } finally {
      session.disconnect();
    }
  }

  private Session session() throws Exception {
    JSch jsch = new JSch();
    jsch.setKnownHosts(ssh.knownHosts().toString());
    jsch.addIdentity(ssh.keyFile().toString());
    Session session = jsch.getSession(ssh.user(), "127.0.0.1", ssh.port());
    session.setConfig("StrictHostKeyChecking", "yes");
    return session;
  }
}
