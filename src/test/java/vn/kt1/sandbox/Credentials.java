package vn.kt1.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The secrets of the sandbox, made at its first start and kept: {@code credentials.properties},
 * readable by its owner only; failures to write are {@link UncheckedIOException}.
 */
public final class Credentials {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int LENGTH = 32; // 190 bits, and nothing in it that a shell could trip over
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path file;
  private final Properties values = new Properties();

  private Credentials(Path file) {
    this.file = file;
  }

  /** Reads the file of that folder, or begins an empty one. */
  public static Credentials in(Path folder) throws IOException {
    Files.createDirectories(folder);
    // SECURITY: set each time, for a folder that was there before with other permissions.
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Credentials credentials = new Credentials(folder.resolve("credentials.properties"));
    if (Files.exists(credentials.file)) {
      Files.setPosixFilePermissions(credentials.file, PosixFilePermissions.fromString("rw-------"));
      try (InputStream stored = Files.newInputStream(credentials.file)) {
        credentials.values.load(stored);
      }
    }
    return credentials;
  }

  public Path file() {
    return file;
  }

  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.getProperty(key));
  }

  /** The stored value of the key, else a fresh random secret, which is stored before it returns. */
  public String getOrCreate(String key) {
    return getOrCreate(key, Credentials::freshSecret);
  }

  /** The stored value of the key, else the given one, which is stored before it returns. */
  public synchronized String getOrCreate(String key, Supplier<String> fresh) {
    return get(key)
        .orElseGet(
            () -> {
              String value = fresh.get();
              put(key, value);
              return value;
            });
  }

  /** Stores a value that is no secret of ours to keep, such as a path or a login's name. */
  public synchronized void put(String key, String value) {
    if (!value.equals(values.setProperty(key, value))) {
      store();
    }
  }

  public static String freshSecret() {
    return RANDOM
        .ints(LENGTH, 0, ALPHABET.length())
        .mapToObj(ALPHABET::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }

  private void store() {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      values.store(bytes, null);
      String sorted =
          bytes
              .toString(StandardCharsets.ISO_8859_1)
              .lines()
              .filter(line -> !line.startsWith("#")) // the date
              .sorted()
              .collect(Collectors.joining("\n", "", "\n"));
      DurableFile.writeSecret(file, sorted.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
