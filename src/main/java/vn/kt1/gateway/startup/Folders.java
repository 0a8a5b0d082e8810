package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/** The folder of what outlives a restart is ours alone; what we are configured by, others read. */
final class Folders implements Check {

  private static final String DATA = "GATEWAY_DATA";

  private final boolean starting;

  /**
   * @param starting whether a data folder that is missing is made
   */
  Folders(boolean starting) {
    this.starting = starting;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    // Where nobody has named one, the right one may lie on another machine.
    Consumer<Fault> told = settings.set(DATA) ? findings::wrong : findings::open;
    try {
      data(Path.of(settings.environment().getProperty(DATA, "./data")), told);
      configuration(Path.of(settings.text("gateway.config")), findings);
    } catch (InvalidPathException e) {
      findings.wrong(DATA, "no path", "a folder of the gateway's own");
    }
  }

  private void data(Path folder, Consumer<Fault> told) {
    if (!Files.exists(folder)) {
      if (!(starting ? made(folder) : mayBeMade(folder.toAbsolutePath().normalize()))) {
        String write = "a folder that the gateway may make, or that is there";
        told.accept(new Fault(DATA, 0, folder + " cannot be made", write));
      }
    } else if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      String write = "a folder of the gateway's own";
      told.accept(new Fault(DATA, 0, folder + " cannot be written", write));
    } else if (Permissions.othersMayReadOrWrite(folder)) {
      String wrong = "others may read or write " + folder;
      told.accept(new Fault(DATA, 0, wrong, "chmod o-rw " + folder));
    }
  }

  private static boolean made(Path folder) {
    try {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean mayBeMade(Path folder) {
    return Stream.iterate(folder, Objects::nonNull, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .filter(above -> Files.isDirectory(above) && Files.isWritable(above))
        .isPresent();
  }

  // SECURITY: whoever writes here decides who may come in, and as whom.
  private static void configuration(Path folder, Findings findings) {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      List<Path> open = files.filter(Permissions::othersMayWrite).sorted().toList();
      for (Path file : open) {
        String wrong = "others may write it";
        findings.wrong(Place.shown(file), wrong, "chmod o-w " + file);
      }
    } catch (IOException toldByTheDirectory) {
      return;
    }
  }
}
