package vn.kt1.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** Looks for a word that must have left no trace. */
public record Traces(String word) {

  private static final long LARGEST = 64L << 20;

  /** Not in the database's files, not in what was logged, and in no temporary file. */
  public void assertNowhere(Site site, String logged) throws IOException {
    assertThat(logged).doesNotContain(word);
    assertThat(holders(site.postgres())).as("database files").isEmpty();
    assertThat(holders(site.ssh().root())).as("the server's trees").isEmpty();
    assertThat(holders(Path.of(System.getProperty("java.io.tmpdir")))).as("tmp").isEmpty();
  }

  /** Files under that folder that hold the word, in their name or in their bytes. */
  public List<Path> holders(Path folder) throws IOException {
    List<Path> holders = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            if (about.isRegularFile() && about.size() <= LARGEST && holds(file)) {
              holders.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE; // another's, or gone meanwhile
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return holders;
  }

  private boolean holds(Path file) {
    try {
      return file.getFileName().toString().contains(word)
          || new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
    } catch (IOException gone) {
      return false;
    }
  }
}
