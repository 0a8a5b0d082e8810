package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may do what with a file. Where the file system does not say, nobody else may. */
public final class Permissions {

  private Permissions() {}

  /** Whether others than the owner and the group may read, write or pass through it. */
  static boolean othersMayAnything(Path path) {
    return any(
        path,
        PosixFilePermission.OTHERS_READ,
        PosixFilePermission.OTHERS_WRITE,
        PosixFilePermission.OTHERS_EXECUTE);
  }

  static boolean othersMayReadOrWrite(Path path) {
    return any(path, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
  }

  static boolean othersMayWrite(Path path) {
    return any(path, PosixFilePermission.OTHERS_WRITE);
  }

  /** As ssh asks of a private key. */
  public static boolean anybodyElseMayRead(Path path) {
    return othersMayAnything(path)
        || any(path, PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_WRITE);
  }

  /**
   * The folder of a file, where others may put another file in its place; null where they may not.
   * In a folder like /tmp nobody can take away what is another's.
   */
  static @Nullable Path folderOthersMayWrite(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && othersMayWrite(folder) && !sticky(folder) ? folder : null;
  }

  private static boolean sticky(Path folder) {
    try {
      return ((int) Files.getAttribute(folder, "unix:mode") & 01000) != 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return false;
    }
  }

  private static boolean any(Path path, PosixFilePermission... asked) {
    try {
      Set<PosixFilePermission> granted = Files.getPosixFilePermissions(path);
      return Arrays.stream(asked).anyMatch(granted::contains);
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
