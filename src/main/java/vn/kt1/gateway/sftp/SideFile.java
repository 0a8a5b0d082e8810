package vn.kt1.gateway.sftp;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checksum beside a dropped file: its digest (null when it holds no SHA-256 for that file), and
 * since when it is there.
 */
record SideFile(@Nullable String digest, long modified) {

  /** Large enough for a list of some hundred files. */
  private static final int MOST = 64 * 1024;

  static Stream<String> paths(String path) {
    return Stream.of(path + ".sha256", path + ".SHA256");
  }

  static Optional<SideFile> of(SftpFolder folder, String path) {
    return paths(path).flatMap(side -> read(folder, side, path).stream()).findFirst();
  }

  private static Optional<SideFile> read(SftpFolder folder, String side, String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return folder
        .state(side)
        .flatMap(
            state ->
                folder
                    .readSmall(side, MOST)
                    .map(
                        bytes ->
                            new SideFile(
                                ChecksumText.digest(bytes, name).orElse(null), state.modified())));
  }

  /** Deletes the checksum together with its file. */
  static void delete(SftpFolder folder, String path) {
    paths(path).forEach(folder::delete);
  }
}
