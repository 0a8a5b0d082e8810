package vn.kt1.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of a test, emptied and deleted. */
final class Folders {

  private Folders() {}

  /** With all that is in it. */
  static void delete(Path folder) throws IOException {
    for (Path file : deepestFirst(folder)) {
      Files.deleteIfExists(file);
    }
  }

  /** Ends every file and link below that folder; the folders stay. */
  static void empty(Path folder) throws IOException {
    for (Path file : deepestFirst(folder)) {
      if (!Files.isDirectory(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static List<Path> deepestFirst(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted(Comparator.reverseOrder()).toList();
    }
  }
}
