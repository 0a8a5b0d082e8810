package vn.kt1.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Files that travel with a {@code .sha256} beside them, in the format of sha256sum. */
final class Sealed {
  private Sealed() {}

  static Path seal(Path file) {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  /** The content, if its seal is there and matches. */
  static Optional<byte[]> read(Path file) throws IOException {
    if (!Files.isRegularFile(seal(file))) {
      return Optional.empty();
    }
    byte[] content = Files.readAllBytes(file);
    String expected = sha256(content) + " [ *]" + file.getFileName() + "\\R?";
    boolean matches = Files.readString(seal(file), StandardCharsets.ISO_8859_1).matches(expected);
    return matches ? Optional.of(content) : Optional.empty();
  }

  /** As the contract asks: {@code .part} first, then the seal, then the file appears whole. */
  static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return; // written before a crash, and perhaps being read just now
    }
    Path part = DurableFile.writePart(file, content);
    String line = sha256(content) + "  " + file.getFileName() + "\n";
    DurableFile.write(seal(file), line.getBytes(StandardCharsets.US_ASCII));
    DurableFile.move(part, file);
  }

  /** The file first: without its seal it would never be taken again after a crash in between. */
  static void move(Path file, Path folder) throws IOException {
    DurableFile.move(file, folder.resolve(file.getFileName()));
    DurableFile.move(seal(file), folder.resolve(seal(file).getFileName()));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
