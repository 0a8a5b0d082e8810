package vn.kt1.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A configuration folder of the test's own, at first with the units and provinces shipped. */
public record ConfigFolder(Path path) {

  public static final String UNITS = "units/sample-units.csv";
  public static final String HAI_PHONG = "provinces/hai-phong.yaml";
  public static final String QUANG_NGAI = "provinces/quang-ngai.yaml";

  public static ConfigFolder in(Path empty) throws IOException {
    ConfigFolder folder = new ConfigFolder(empty);
    for (String file : List.of(UNITS, HAI_PHONG, QUANG_NGAI)) {
      folder.write(file, Files.readString(Path.of("src/test/resources/sandbox/config", file)));
    }
    Files.createDirectories(empty.resolve("partners"));
    return folder;
  }

  public void write(String file, String text) throws IOException {
    Files.createDirectories(path.resolve(file).getParent());
    Files.writeString(path.resolve(file), text);
  }

  public String read(String file) throws IOException {
    return Files.readString(path.resolve(file));
  }

  public void replace(String file, String from, String to) throws IOException {
    String text = read(file);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(file + " has no " + from);
    }
    write(file, text.replace(from, to));
  }

  public void append(String file, String text) throws IOException {
    write(file, read(file).stripTrailing() + "\n" + text + "\n");
  }
}
