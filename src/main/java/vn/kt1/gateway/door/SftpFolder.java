package vn.kt1.gateway.door;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.RemoteFile;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/** What the doors do on an SFTP server: write whole files, move, read small ones. */
@SuppressWarnings("rawtypes")
final class SftpFolder {

  private static final Field CLIENT = client();

  private final CamelContext context;
  private final GenericFileOperations<SftpRemoteFile> operations;

  SftpFolder(CamelContext context, GenericFileOperations<SftpRemoteFile> operations) {
    this.context = context;
    this.operations = operations;
  }

  boolean exists(String path) {
    return look(path) != null;
  }

  /** Writes under a {@code .part} name and renames, so that nobody ever reads half a file. */
  void writeWhole(String path, InputStream content) {
    write(path + ".part", content);
    if (exists(path)) {
      operations.deleteFile(quote(path));
    }
    operations.renameFile(path + ".part", path);
  }

  void write(String path, InputStream content) {
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(content);
    operations.storeFile(path, exchange, -1); // SFTP asks for no size beforehand
  }

  /** Moves a file; where one of that name lies already, beside it under a name of its own. */
  void move(String from, String to, String suffix) {
    operations.renameFile(quote(from), exists(to) ? to + "." + suffix : to);
  }

  void rename(String from, String to) {
    operations.renameFile(from, to);
  }

  /** In the place of what lies there; where a server does not rename over it, that goes first. */
  void replace(String from, String to) {
    try {
      operations.renameFile(from, to);
    } catch (GenericFileOperationFailedException taken) {
      delete(to);
      operations.renameFile(from, to);
    }
  }

  void delete(String path) {
    if (exists(path)) {
      operations.deleteFile(quote(path));
    }
  }

  /**
   * A small file; nothing when it is not there, and no bytes when it is larger than {@code most}. A
   * server that cannot tell is a failure: a checksum overlooked would let half a file through.
   */
  Optional<byte[]> readSmall(String path, int most) {
    SftpATTRS found = look(path);
    if (found == null) {
      return Optional.empty();
    }
    if (found.getSize() > most) {
      return Optional.of(new byte[0]);
    }
    GenericFile<SftpRemoteFile> target = new RemoteFile<>();
    Exchange exchange = new DefaultExchange(context);
    exchange.setProperty(FileComponent.FILE_EXCHANGE_FILE, target);
    operations.retrieveFile(path, exchange, found.getSize());
    return Optional.of((byte[]) target.getBody());
  }

  /**
   * Whether the file is still the one that was listed: a partner may have replaced it meanwhile.
   */
  boolean same(String path, long length, long modified) {
    SftpATTRS found = look(path);
    return found != null
        && found.getSize() == length
        && TimeUnit.SECONDS.toMillis(found.getMTime()) == modified;
  }

  /**
   * One file, asked for by itself: Camel's own question whether a file exists lists the folder
   * around it, which takes a second where fifty thousand files lie, and it lends no other way to
   * the client it holds.
   */
  private @Nullable SftpATTRS look(String path) {
    ChannelSftp client =
        (ChannelSftp) Objects.requireNonNull(ReflectionUtils.getField(CLIENT, operations));
    try {
      return client.stat(quote(path));
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return null;
      }
      throw new GenericFileOperationFailedException("one file cannot be looked at", e);
    }
  }

  private static Field client() {
    Field field = ReflectionUtils.findField(SftpOperations.class, "channel", ChannelSftp.class);
    ReflectionUtils.makeAccessible(Objects.requireNonNull(field));
    return field;
  }

  void ensure(String folder) {
    if (!exists(folder)) {
      operations.buildDirectory(folder, true);
    }
  }

  /** The client reads wildcards in names; a stranger's file name must not become a pattern. */
  private static String quote(String path) {
    return path.replaceAll("[\\\\*?]", "\\\\$0");
  }
}
