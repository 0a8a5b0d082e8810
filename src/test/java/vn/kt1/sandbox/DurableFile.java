package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that are there whole or not at all, and still there after a power cut. */
final class DurableFile {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private DurableFile() {}

  static void write(Path target, byte[] content) throws IOException {
    publish(target, content);
  }

  /** The same, readable by the owner only from the first byte on. */
  static void writeSecret(Path target, byte[] content) throws IOException {
    publish(target, content, OWNER_ONLY);
  }

  /** Renames within one file system, over an existing target, and makes the rename durable. */
  static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    syncFolderOf(to);
    if (!folderOf(from).equals(folderOf(to))) {
      syncFolderOf(from);
    }
  }

  static Path part(Path target) {
    return target.resolveSibling(target.getFileName() + ".part");
  }

  /** Writes the {@code .part} beside the target and leaves it there. */
  static Path writePart(Path target, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    Path part = part(target);
    Files.deleteIfExists(part); // left by a crash, perhaps with other permissions
    Set<StandardOpenOption> options =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (FileChannel channel = FileChannel.open(part, options, attributes)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return part;
  }

  private static void publish(Path target, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    move(writePart(target, content, attributes), target);
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder == null ? file.toAbsolutePath() : folder;
  }

  private static void syncFolderOf(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(folderOf(file), StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
