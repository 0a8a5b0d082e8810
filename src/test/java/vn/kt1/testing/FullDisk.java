package vn.kt1.testing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.KeyPair;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import vn.kt1.sandbox.SshKeys;

/**
 * An SFTP server on the loopback address whose disk holds so many bytes more. It does not rename
 * over a file that is there, as many do not.
 */
public final class FullDisk implements AutoCloseable {
  private final Path root;
  private final Path folder;
  private final SshServer server;
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

  private FullDisk(Path folder) throws IOException {
    this.folder = folder;
    this.root = Files.createDirectories(folder.resolve("root"));
    KeyPair host = SshKeys.getOrCreate(folder.resolve("host"));
    SshKeys.getOrCreate(keyFile());
    server = SshServer.setUpDefaultServer();
    server.setHost("127.0.0.1");
    server.setPort(0);
    server.setKeyPairProvider(KeyPairProvider.wrap(host));
    server.setPublickeyAuthenticator((user, key, session) -> true);
    server.setSubsystemFactories(
        List.of(new SftpSubsystemFactory.Builder().withFileSystemAccessor(new Disk()).build()));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
    Files.writeString(knownHosts(), SshKeys.knownHost(server.getPort(), host.getPublic()));
  }

  public static FullDisk startIn(Path folder) throws IOException {
    return new FullDisk(Files.createDirectories(folder));
  }

  public int port() {
    return server.getPort();
  }

  public Path root() {
    return root;
  }

  public Path keyFile() {
    return folder.resolve("client");
  }

  public Path knownHosts() {
    return folder.resolve("known_hosts");
  }

  /** From now on so many bytes can be written; what is deleted makes no room. */
  public void holds(long bytes) {
    room.set(bytes);
  }

  @Override
  public void close() throws IOException {
    server.stop(true);
  }

  private final class Disk implements SftpFileSystemAccessor {
    @Override
    public SeekableByteChannel openFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        Set<? extends OpenOption> options,
        FileAttribute<?>... attributes)
        throws IOException {
      return new Counted(FileChannel.open(file, options, attributes));
    }

    @Override
    public void closeFile(
        SftpSubsystemProxy subsystem,
        FileHandle handle,
        Path file,
        String name,
        java.nio.channels.Channel channel,
        Set<? extends OpenOption> options)
        throws IOException {
      channel.close();
    }
  }

  /** Writes what there is room for, and fails then, as a full disk does. */
  private final class Counted implements SeekableByteChannel {
    private final FileChannel file;

    Counted(FileChannel file) {
      this.file = file;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      long left = room.getAndAdd(-bytes.remaining());
      if (left < bytes.remaining()) {
        bytes.limit(bytes.position() + (int) Math.max(0, left));
        file.write(bytes);
        throw new IOException("No space left on device");
      }
      return file.write(bytes);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return file.read(bytes);
    }

    @Override
    public long position() throws IOException {
      return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      file.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      file.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return file.isOpen();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
