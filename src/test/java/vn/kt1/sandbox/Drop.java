package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.KnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;

/** Drops a file into a partner's outbox by SFTP, as an e-office does. */
final class Drop {

  private final int port;
  private final String user;
  private final Path key;
  private final Path knownHosts;

  Drop(int port, String user, Path key, Path knownHosts) {
    this.port = port;
    this.user = user;
    this.key = key;
    this.knownHosts = knownHosts;
  }

  void put(String name, String content) throws IOException {
    KeyPair keys = SshKeys.getOrCreate(key);
    try (SshClient client = SshClient.setUpDefaultClient()) {
      client.setServerKeyVerifier(
          new KnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE, knownHosts));
      client.start();
      try (ClientSession session =
          client.connect(user, "127.0.0.1", port).verify(10_000).getSession()) {
        session.addPublicKeyIdentity(keys);
        session.auth().verify(10_000);
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
          write(sftp, name, content);
        }
      }
    }
  }

  private static void write(SftpClient sftp, String name, String content) throws IOException {
    try (var out = sftp.write("/outbox/" + name + ".part")) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    sftp.rename("/outbox/" + name + ".part", "/outbox/" + name);
  }
}
