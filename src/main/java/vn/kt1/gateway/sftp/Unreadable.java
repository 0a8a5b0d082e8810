package vn.kt1.gateway.sftp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.SftpException;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.springframework.stereotype.Component;

/** Files that the server lists but does not let us read. */
@Component
class Unreadable {

  private final Cache<String, Boolean> paths = Caffeine.newBuilder().maximumSize(10_000).build();

  /** Finds out whether a file could not be fetched because we have no right to read it. */
  void failed(Exchange exchange, Throwable failure) {
    GenericFile<?> file = exchange.getProperty(Exchange.FILE_EXCHANGE_FILE, GenericFile.class);
    if (file != null
        && file.getFile() instanceof SftpRemoteFile<?> remote
        && exchange.getFromEndpoint() instanceof GenericFileEndpoint<?> folder
        && forbidden(failure)) {
      paths.put(folder.getConfiguration().getDirectory() + "/" + remote.getFilename(), true);
    }
  }

  private static boolean forbidden(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SftpException sftp && sftp.id == ChannelSftp.SSH_FX_PERMISSION_DENIED) {
        return true;
      }
    }
    return false;
  }

  /** Reports each failure once. A file that has become readable is read at the next poll. */
  boolean took(String path) {
    return paths.asMap().remove(path) != null;
  }
}
