package vn.kt1.gateway.directory.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import vn.kt1.gateway.directory.Unit;

/** A row of a list of units and where it stands; {@code unit} is null when it has a fault. */
record UnitRow(Path file, int line, String code, @Nullable Unit unit) {

  String place() {
    return file + ":" + line;
  }
}
