package vn.kt1.gateway.directory;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A row of a list of units and where it stands; {@code unit} is null when it has a fault. */
record UnitRow(Path file, int line, String code, @Nullable Unit unit) {

  String place() {
    return file + ":" + line;
  }
}
