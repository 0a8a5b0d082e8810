package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kt1.testing.FreePort;
import vn.kt1.testing.StockSftp;

class SftpServerIT {
  @TempDir Path temp;
  private SftpServer server;
  private StockSftp partner;
  private StockSftp post;

  @BeforeEach
  void start() throws Exception {
    server = server(FreePort.next()).start();
    server.writeKnownHosts(temp.resolve("known_hosts"));
    partner = client("hp-eoffice", "hp.key");
    post = client("post", "post.key");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void carries_a_file_byte_for_byte() throws Exception {
    Path sent = Files.write(temp.resolve("sent"), new byte[] {0, (byte) 0xFF, 13, 10, 26});
    assertThat(
            partner.run(
                "put " + sent + " outbox/a.json.part", "rename outbox/a.json.part outbox/a.json"))
        .matches(StockSftp.Answer::ok, "accepted");
    assertThat(temp.resolve("hp/outbox/a.json")).hasSameBinaryContentAs(sent);
    assertThat(partner.run("get /outbox/a.json " + temp.resolve("got")).ok()).isTrue();
    assertThat(temp.resolve("got")).hasSameBinaryContentAs(sent);
  }

  @Test
  void shows_each_login_its_own_tree_only() throws Exception {
    assertThat(partner.run("ls -1 /").output()).contains("outbox").doesNotContain("to-post");
    assertThat(post.run("ls -1 /").output()).contains("to-post").doesNotContain("outbox");
    assertThat(partner.run("cd ../../..", "pwd", "ls -1").output())
        .contains("working directory: /\n")
        .doesNotContain("host.key");
    assertThat(partner.run("get ../post.key " + temp.resolve("stolen")).ok()).isFalse();
  }

  @Test
  void lets_no_link_lead_out_of_a_tree() throws Exception {
    Files.createSymbolicLink(temp.resolve("hp/key"), temp.resolve("post.key"));
    Files.createSymbolicLink(temp.resolve("hp/all"), temp);
    Path stolen = temp.resolve("stolen");
    assertThat(partner.run("get key " + stolen).ok()).isFalse();
    assertThat(partner.run("get all/post.key " + stolen).ok()).isFalse();
    assertThat(partner.run("ls all/").output()).doesNotContain("post.key");
    assertThat(partner.run("put " + temp.resolve("host.key") + " all/planted").ok()).isFalse();
    assertThat(stolen).doesNotExist();
    assertThat(temp.resolve("planted")).doesNotExist();
    assertThat(partner.run("ln -s ../post.key outbox/b").ok()).isFalse();
    Files.createFile(temp.resolve("hp/outbox/f"));
    assertThat(partner.run("ln outbox/f receipts/b").ok()).isFalse();
  }

  @Test
  void admits_a_login_with_its_own_key_only() throws Exception {
    assertThat(client("hp-eoffice", "post.key").run("ls").ok()).isFalse();
    assertThat(client("stranger", "hp.key").run("ls").ok()).isFalse();
    assertThat(partner.exec("id").ok()).as("no commands").isFalse();
    assertThat(partner.exec().ok()).as("no shell").isFalse();
  }

  @Test
  void keeps_its_host_key_and_its_port_across_a_restart() throws Exception {
    int port = server.port();
    server.stop();
    assertThat(partner.run("ls").ok()).isFalse();
    server.start();
    assertThat(server.port()).isEqualTo(port);
    assertThat(partner.run("ls").ok()).isTrue();
    server.close();
    server = server(port).start();
    assertThat(partner.run("ls").ok()).as("another process, the same key").isTrue();
    server.restart();
    assertThat(partner.run("ls").ok()).isTrue();
  }

  @Test
  void is_recognised_by_its_host_key() throws Exception {
    PublicKey other = SshKeys.getOrCreate(temp.resolve("other.key")).getPublic();
    Path wrong = Files.writeString(temp.resolve("wrong"), SshKeys.knownHost(server.port(), other));
    assertThat(
            new StockSftp(server.port(), "post", temp.resolve("post.key"), wrong)
                .run("ls")
                .output())
        .contains("Host key verification failed");
    assertThatThrownBy(() -> jsch(wrong)).hasMessageContaining("HostKey");
  }

  @Test
  void speaks_with_the_library_that_camel_uses() throws Exception {
    assertThat(jsch(temp.resolve("known_hosts"))).contains("from-post", "to-post");
  }

  @Test
  void keeps_its_keys_to_itself() throws Exception {
    for (String key : List.of("host.key", "hp.key", "post.key")) {
      assertThat(Files.getPosixFilePermissions(temp.resolve(key)))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThat(temp.resolve(key)).content().startsWith("-----BEGIN OPENSSH PRIVATE KEY-----\n");
    }
    assertThat(temp.resolve("known_hosts"))
        .content()
        .startsWith("[127.0.0.1]:" + server.port() + " ecdsa-sha2-nistp256 ")
        .endsWith("\n");
  }

  private SftpServer server(int port) throws Exception {
    return new SftpServer(
        temp.resolve("host.key"),
        port,
        List.of(
            new SftpServer.Login("hp-eoffice", key("hp.key"), Trees.partner(temp.resolve("hp"))),
            new SftpServer.Login("post", key("post.key"), Trees.post(temp.resolve("post")))));
  }

  private PublicKey key(String file) throws Exception {
    return SshKeys.getOrCreate(temp.resolve(file)).getPublic();
  }

  private StockSftp client(String user, String key) {
    return new StockSftp(server.port(), user, temp.resolve(key), temp.resolve("known_hosts"));
  }

  private List<String> jsch(Path knownHosts) throws Exception {
    JSch jsch = new JSch();
    jsch.setKnownHosts(knownHosts.toString());
    jsch.addIdentity(temp.resolve("post.key").toString());
    Session session = jsch.getSession("post", "127.0.0.1", server.port());
    session.setConfig("StrictHostKeyChecking", "yes");
    try {
      session.connect(10_000);
      ChannelSftp sftp = (ChannelSftp) session.openChannel("sftp");
      sftp.connect(10_000);
      return sftp.ls("/").stream().map(ChannelSftp.LsEntry::getFilename).toList();
    } finally {
      session.disconnect();
    }
  }
}
