package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second sandbox away from a folder for as long as this process lives and holds it. */
final class FolderLock implements AutoCloseable {
  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Fails with {@link IllegalStateException} where somebody alive holds the folder. */
  static FolderLock take(Path folder) throws IOException {
    Path file = folder.resolveSibling(folder.getFileName() + ".lock");
    Files.createDirectories(folder.toAbsolutePath().getParent());
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lockOn(channel) == null) {
      channel.close();
      throw new IllegalStateException(
          "another sandbox is running on "
              + folder
              + ": stop it, or choose another GATEWAY_DATA (lock file "
              + file
              + ")");
    }
    return new FolderLock(channel);
  }

  private static @Nullable FileLock lockOn(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  /** The file stays: deleting it would let two processes lock two different files of one name. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
