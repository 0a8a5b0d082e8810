package vn.kt1.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import vn.kt1.gateway.table.Csv;
import vn.kt1.sandbox.SandboxConfig;

/** Files as real programs write them (SYNTHETIC), with what each is answered. */
public final class Cases {

  public static final Path FOLDER = Path.of("src/test/resources/samples/cases");

  /** The instant all cases are written for. */
  public static final String NOW = "2026-11-30T05:30:00Z";

  /** The partner whose files are read by a profile. */
  public static final String HONG_BANG = "hong-bang";

  public static final String PROFILE = "40-profile-hong-bang/hong-bang.yaml";

  /** The lines of that profile by which notes, numbers and subjects would come in. */
  public static final Set<Integer> LET_CONTENT_IN = Set.of(13, 21, 22);

  /**
   * @param answer the code it is refused with, or the outcome of each envelope
   * @param pointer where the first fault is
   * @param row the first fault's, empty where it has none
   * @param tells what the sentence of a fault says, or what was read
   */
  public record Case(
      String file,
      String partner,
      String answer,
      String pointer,
      String row,
      List<String> tells,
      String why) {

    public boolean refused() {
      return !answer.startsWith("ROUTED");
    }

    /** As the sender calls the file. */
    public String name() {
      return file.substring(file.indexOf('/') + 1);
    }

    public String directory() {
      return file.substring(0, file.indexOf('/'));
    }

    public String language() {
      return file.substring(file.lastIndexOf('.') + 1);
    }

    public byte[] bytes() {
      try {
        return Files.readAllBytes(FOLDER.resolve(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public String toString() {
      return file + ": " + why;
    }
  }

  private Cases() {}

  public static List<Case> all() {
    try {
      List<List<String>> table = Csv.read(Files.readAllBytes(FOLDER.resolve("expected.csv")));
      return table.stream().skip(1).map(Cases::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first of each directory. */
  public static List<Case> oneOfEach() {
    Set<String> seen = new HashSet<>();
    return all().stream().filter(one -> seen.add(one.directory())).toList();
  }

  private static Case of(List<String> row) {
    List<String> tells = row.get(5).isEmpty() ? List.of() : List.of(row.get(5).split("\\|"));
    return new Case(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4), tells, row.get(6));
  }

  /** The sandbox's configuration in that folder, with one more partner's file. */
  public static Path config(Path folder, String partner, String profile) throws IOException {
    FileSystemUtils.copyRecursively(SandboxConfig.folder(), folder);
    Files.writeString(folder.resolve("partners/" + partner + ".yaml"), profile);
    return folder;
  }

  /** A partner's file among the cases, as it was written. */
  public static String profile(String file) throws IOException {
    return Files.readString(FOLDER.resolve(file));
  }

  /** What the post, or a partner's tool, wrote. */
  public static byte[] post(String file) throws IOException {
    return Files.readAllBytes(FOLDER.resolve("post").resolve(file));
  }

  /** The profile of a ward's register, without the lines that no profile may hold. */
  public static String hongBang() throws IOException {
    List<String> lines = profile(PROFILE).lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(number -> !LET_CONTENT_IN.contains(number))
        .mapToObj(number -> lines.get(number - 1) + "\n")
        .collect(Collectors.joining());
  }
}
