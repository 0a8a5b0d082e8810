package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/**
 * An SFTP server on the loopback address: public keys only, each login in its own tree, nothing but
 * SFTP; the host key is kept in a file.
 */
public final class SftpServer implements AutoCloseable {

  /** Who may log in, with which key, and the folder that is the root of what they see. */
  public record Login(String user, PublicKey key, Path root) {}

  private final KeyPair hostKey;
  private final Map<String, Login> logins;
  private int port;
  private @Nullable SshServer server;

  /** Does not start yet; the port 0 stands for any free one, kept from the first start on. */
  public SftpServer(Path hostKeyFile, int port, List<Login> logins) throws IOException {
    this.hostKey = SshKeys.getOrCreate(hostKeyFile);
    this.port = port;
    this.logins = logins.stream().collect(Collectors.toMap(Login::user, Function.identity()));
  }

  public synchronized SftpServer start() throws IOException {
    if (server == null) {
      SshServer fresh = configured();
      fresh.start();
      server = fresh;
      port = fresh.getPort();
    }
    return this;
  }

  /** Drops open connections too, as a server does that dies. */
  public synchronized void stop() throws IOException {
    if (server != null) {
      server.stop(true);
      server = null;
    }
  }

  public synchronized void restart() throws IOException {
    stop();
    start();
  }

  public synchronized int port() {
    return port;
  }

  /** Writes the {@code known_hosts} file by which clients recognise the started server. */
  public void writeKnownHosts(Path file) throws IOException {
    String line = SshKeys.knownHost(port(), hostKey.getPublic());
    DurableFile.write(file, line.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    stop();
  }

  private SshServer configured() {
    SshServer fresh = SshServer.setUpDefaultServer();
    fresh.setHost("127.0.0.1");
    fresh.setPort(port);
    fresh.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
    fresh.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    fresh.setPublickeyAuthenticator((user, key, session) -> knows(user, key));
    // SECURITY: no shell and no command factory is set: SFTP is all there is.
    fresh.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
    fresh.setSubsystemFactories(
        List.of(
            new SftpSubsystemFactory.Builder().withFileSystemAccessor(new OwnTreeOnly()).build()));
    VirtualFileSystemFactory trees = new VirtualFileSystemFactory();
    logins.values().forEach(login -> trees.setUserHomeDir(login.user(), login.root()));
    fresh.setFileSystemFactory(trees);
    return fresh;
  }

  private boolean knows(String user, PublicKey key) {
    Login login = logins.get(user);
    return login != null && KeyUtils.compareKeys(login.key(), key);
  }
}
