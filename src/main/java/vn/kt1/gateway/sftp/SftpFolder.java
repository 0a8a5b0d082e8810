package vn.kt1.gateway.sftp;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.time.Instant;
import java.util.List;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ReflectionUtils;
import vn.kt1.gateway.text.FileName;

/** File operations on an SFTP server: write whole files, move files, read small files. */
@SuppressWarnings("rawtypes")
public final class SftpFolder {

  private static final Logger LOG = LoggerFactory.getLogger(SftpFolder.class);
  private static final Field CLIENT = client();

  private final CamelContext context;
  private final GenericFileOperations<SftpRemoteFile> operations;

  public SftpFolder(CamelContext context, GenericFileOperations<SftpRemoteFile> operations) {
    this.context = context;
    this.operations = operations;
  }

  public boolean exists(String path) {
    return look(path) != null;
  }

  /** Writes a {@code .part} file and renames it, so that nobody reads half a file. */
  void writeWhole(String path, InputStream content) {
    write(path + ".part", content);
    if (exists(path)) {
      operations.deleteFile(quote(path));
    }
    operations.renameFile(path + ".part", path);
  }

  public void write(String path, InputStream content) {
    Exchange exchange = new DefaultExchange(context);
    exchange.getMessage().setBody(content);
    operations.storeFile(path, exchange, -1); // SFTP does not need the size beforehand
  }

  /** Moves a file. A file that already has the new name is renamed first. */
  void move(String from, String to, String suffix) {
    aside(to, suffix);
    operations.renameFile(quote(from), to);
  }

  /** Renames a file out of the way; returns whether there was one. */
  boolean aside(String path, String suffix) {
    boolean there = exists(path);
    if (there) {
      operations.renameFile(quote(path), path + "." + suffix);
    }
    return there;
  }

  public void rename(String from, String to) {
    operations.renameFile(from, to);
  }

  /** Replaces a file. If the server does not rename over it, the old one is deleted first. */
  void replace(String from, String to) {
    try {
      operations.renameFile(from, to);
    } catch (GenericFileOperationFailedException taken) {
      delete(to);
      operations.renameFile(from, to);
    }
  }

  public void delete(String path) {
    if (exists(path)) {
      operations.deleteFile(quote(path));
    }
  }

  /**
   * Reads a small file: empty when it is not there, no bytes when it is larger than {@code most}. A
   * server that cannot tell is a failure, because a missed checksum would let half a file through.
   */
  Optional<byte[]> readSmall(String path, int most) {
    return state(path).map(found -> read(path, found, most));
  }

  private byte[] read(String path, State found, int most) {
    if (found.size() > most) {
      return new byte[0];
    }
    GenericFile<SftpRemoteFile> target = new RemoteFile<>();
    Exchange exchange = new DefaultExchange(context);
    exchange.setProperty(FileComponent.FILE_EXCHANGE_FILE, target);
    operations.retrieveFile(path, exchange, found.size());
    return (byte[]) target.getBody();
  }

  /** Whether the file is still the one that was listed; a partner may have replaced it. */
  boolean same(String path, long length, long modified) {
    return state(path).filter(new State(length, modified)::equals).isPresent();
  }

  /** Shows, without reading it, that a file has changed. */
  record State(long size, long modified) {

    static State of(SftpATTRS found) {
      return new State(found.getSize(), TimeUnit.SECONDS.toMillis(found.getMTime()));
    }
  }

  Optional<State> state(String path) {
    return Optional.ofNullable(look(path)).map(State::of);
  }

  /**
   * Whether the server lets us read the file. A failure of another kind says nothing about that.
   */
  boolean readable(String path) {
    try {
      connection().get(quote(path)).close();
      return true;
    } catch (SftpException e) {
      return e.id != ChannelSftp.SSH_FX_PERMISSION_DENIED;
    } catch (IOException closing) {
      return true;
    }
  }

  /** A file in a folder; links and folders do not count. */
  record Entry(String name, State state) {}

  /** The files of a folder; empty when there is no such folder. */
  List<Entry> files(String folder) {
    return listed(folder).stream()
        .filter(entry -> entry.getAttrs().isReg())
        .map(entry -> new Entry(entry.getFilename(), State.of(entry.getAttrs())))
        .toList();
  }

  /** The names of the folders in a folder. */
  List<String> folders(String folder) {
    return listed(folder).stream()
        .filter(entry -> entry.getAttrs().isDir())
        .map(LsEntry::getFilename)
        .toList();
  }

  private List<LsEntry> listed(String folder) {
    if (!exists(folder)) {
      return List.of();
    }
    try {
      return connection().ls(quote(folder)).stream()
          .filter(entry -> !FileName.leadsElsewhere(entry.getFilename()))
          .toList();
    } catch (SftpException e) {
      throw new GenericFileOperationFailedException("one folder cannot be listed", e);
    }
  }

  /** Sets the date of a file. If the server does not allow that, the date stays. */
  void date(String path, Instant at) {
    try {
      connection().setMtime(quote(path), Math.toIntExact(at.getEpochSecond()));
    } catch (SftpException refused) {
      LOG.debug("the server keeps dates by itself");
    }
  }

  /**
   * Asks for one file by itself. Camel's own check lists the whole folder, which takes a second
   * with fifty thousand files, and Camel gives no other access to its client.
   */
  private @Nullable SftpATTRS look(String path) {
    try {
      return connection().stat(quote(path));
    } catch (SftpException e) {
      if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
        return null;
      }
      throw new GenericFileOperationFailedException("one file cannot be looked at", e);
    }
  }

  private ChannelSftp connection() {
    return (ChannelSftp) Objects.requireNonNull(ReflectionUtils.getField(CLIENT, operations));
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

  /** The client expands wildcards in names, so a stranger's file name must not become a pattern. */
  private static String quote(String path) {
    return path.replaceAll("[\\\\*?]", "\\\\$0");
  }
}
