package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** Neither makes nor follows links, so that no login can leave its own tree through one. */
final class OwnTreeOnly implements SftpFileSystemAccessor {

  @Override
  public Path resolveLocalFilePath(SftpSubsystemProxy subsystem, Path root, String remotePath)
      throws IOException {
    Path path = SftpFileSystemAccessor.super.resolveLocalFilePath(subsystem, root, remotePath);
    // SECURITY: a link may have been laid by somebody with a shell; wherever it points, it is no
    // part of the tree.
    for (Path step = path.normalize(); step != null; step = step.getParent()) {
      if (Files.isSymbolicLink(step)) {
        throw new AccessDeniedException(remotePath);
      }
    }
    return path;
  }

  @Override
  public void createLink(SftpSubsystemProxy subsystem, Path link, Path existing, boolean symbolic)
      throws IOException {
    throw new AccessDeniedException("links are not offered");
  }
}
