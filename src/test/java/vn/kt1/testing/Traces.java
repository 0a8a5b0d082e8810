package vn.kt1.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for words that must have left no trace, in every form in which bytes are kept: as they are,
 * in UTF-16, in Base64 at each of its three places, in hexadecimal, in an address.
 *
 * @param forms bytes, each as a Latin-1 letter
 * @param since temporary files older than that are another run's
 */
public record Traces(Set<String> forms, Instant since) {

  private static final long LARGEST = 64L << 20;
  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  public Traces(String... words) {
    this(forms(words), Instant.EPOCH);
  }

  public Traces since(Instant start) {
    return new Traces(forms, start);
  }

  private static Set<String> forms(String... words) {
    Set<String> forms = new LinkedHashSet<>();
    for (String word : words) {
      byte[] bytes = word.getBytes(UTF_8);
      forms.add(latin(bytes));
      forms.add(latin(word.getBytes(UTF_16LE)));
      forms.add(latin(word.getBytes(UTF_16BE)));
      forms.add(HexFormat.of().formatHex(bytes));
      forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
      forms.add(URLEncoder.encode(word, UTF_8));
      forms.add(URLEncoder.encode(word, UTF_8).replace("+", "%20"));
      for (int place = 0; place < 3; place++) {
        forms.add(inBase64(bytes, place));
      }
    }
    return forms;
  }

  /** What is the same in Base64 whatever stands around, after that many bytes more. */
  private static String inBase64(byte[] bytes, int before) {
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    int first = before == 0 ? 0 : before + 1;
    int whole = shifted.length / 3 * 4;
    return encoded.substring(first, whole);
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  /**
   * Not in the database's files, not in what was logged, in no temporary file and in no file that
   * this process holds open, be it deleted.
   */
  public void assertNowhere(Site site, String logged) throws IOException {
    assertThat(held(logged.getBytes(UTF_8))).as("logged").isFalse();
    assertThat(holders(site.postgres())).as("database files").isEmpty();
    assertThat(holders(site.ssh().root())).as("the server's trees").isEmpty();
    assertThat(holders(Path.of(System.getProperty("java.io.tmpdir")))).as("tmp").isEmpty();
    assertThat(openHolders()).as("open files").isEmpty();
  }

  /** Files under that folder that hold a word, in their name or in their bytes. */
  public List<Path> holders(Path folder) throws IOException {
    List<Path> holders = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about) {
            boolean old = about.lastModifiedTime().toInstant().isBefore(since);
            if (about.isRegularFile() && !old && about.size() <= LARGEST && holds(file)) {
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

  /** What this process holds open; a deleted file is still read by its number. */
  public List<Path> openHolders() throws IOException {
    try (Stream<Path> numbers = Files.list(OPEN_FILES)) {
      return numbers.filter(Traces::data).filter(this::holds).toList();
    }
  }

  private static boolean data(Path number) {
    try {
      // A pipe has no size, and a library of ours is no trace.
      boolean library = Files.readSymbolicLink(number).toString().matches(".*(\\.jar|/modules)");
      return !library && Files.isRegularFile(number) && Files.size(number) <= LARGEST;
    } catch (IOException closed) {
      return false;
    }
  }

  private boolean holds(Path file) {
    try {
      return held(file.getFileName().toString().getBytes(UTF_8)) || held(Files.readAllBytes(file));
    } catch (IOException gone) {
      return false;
    }
  }

  private boolean held(byte[] bytes) {
    String text = latin(bytes);
    return forms.stream().anyMatch(text::contains);
  }
}
