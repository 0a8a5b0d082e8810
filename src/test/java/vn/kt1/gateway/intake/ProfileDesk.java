package vn.kt1.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.DirectoryFolder;
import vn.kt1.gateway.shipment.Fault;
import vn.kt1.gateway.shipment.HandOff;

/** A partner with a file of its own, in the folder that is shipped (SYNTHETIC). */
final class ProfileDesk {

  private final Normaliser normaliser;
  private final Caller caller;

  /**
   * @param reading the block of that name
   */
  ProfileDesk(Path folder, String reading) {
    Directory directory = directory(folder, reading);
    caller = new Caller("p", Role.PARTNER, directory.partner("p").orElseThrow().units(), null);
    normaliser =
        new Normaliser(directory, IntakeSettings.usual(), Clock.fixed(Desk.NOW, ZoneOffset.UTC));
  }

  private static Directory directory(Path folder, String reading) {
    try {
      for (String part :
          List.of(
              "units/sample-units.csv", "provinces/hai-phong.yaml", "provinces/quang-ngai.yaml")) {
        Path copy = folder.resolve(part);
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of("config").resolve(part), copy, StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createDirectories(folder.resolve("partners"));
      String head = "name: P (SYNTHETIC)\nunits: [H24.16]\nsftp: true\nchecksumRequired: false\n";
      Files.writeString(
          folder.resolve("partners/p.yaml"),
          head + "reading:\n" + reading.indent(2),
          StandardCharsets.UTF_8);
      return DirectoryFolder.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HandOff read(String language, String text) {
    @Nullable String fileName = language.equals("json") ? null : "HP-1." + language;
    return normaliser.normalise(caller, language, fileName, text.getBytes(StandardCharsets.UTF_8));
  }

  List<Fault> refused(String language, String text) {
    return Desk.refused(() -> read(language, text)).faults();
  }
}
