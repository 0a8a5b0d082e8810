package vn.kt1.gateway.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
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
    boolean set = settings.set(DATA);
    try {
      data(Path.of(settings.environment().getProperty(DATA, "./data")), set, findings);
      configuration(Path.of(settings.text("gateway.config")), findings);
    } catch (InvalidPathException e) {
      findings.wrong(new Fault(DATA, 0, "no path", "a folder of the gateway's own"));
    }
  }

  private void data(Path folder, boolean set, Findings findings) {
    if (!Files.exists(folder)) {
      missing(folder, set, findings);
    } else if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
      data(set, folder + " cannot be written", "a folder of the gateway's own", findings);
    } else if (Permissions.othersMayReadOrWrite(folder)) {
      data(set, "others may read or write " + folder, "chmod o-rw " + folder, findings);
    }
  }

  private void missing(Path folder, boolean set, Findings findings) {
    String write = "a folder that the gateway may make, or that is there";
    if (starting) {
      try {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } catch (IOException | UnsupportedOperationException e) {
        data(set, folder + " cannot be made", write, findings);
      }
    } else if (!mayBeMade(folder.toAbsolutePath().normalize())) {
      data(set, folder + " cannot be made", write, findings);
    }
  }

  private static boolean mayBeMade(Path folder) {
    Path above = folder.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    return above != null && Files.isDirectory(above) && Files.isWritable(above);
  }

  /** Where nobody has named one, the right one may lie on another machine. */
  private static void data(boolean set, String wrong, String write, Findings findings) {
    Fault fault = new Fault(DATA, 0, wrong, write);
    if (set) {
      findings.wrong(fault);
    } else {
      findings.open(fault);
    }
  }

  // SECURITY: whoever writes here decides who may come in, and as whom.
  private static void configuration(Path folder, Findings findings) {
    try (Stream<Path> files = Files.walk(folder, 3)) {
      List<Path> open = files.filter(Permissions::othersMayWrite).sorted().toList();
      for (Path file : open) {
        String wrong = "others may write it";
        findings.wrong(new Fault(Place.shown(file), 0, wrong, "chmod o-w " + file));
      }
    } catch (IOException toldByTheDirectory) {
      return;
    }
  }
}
