package vn.kt1.gateway.startup;

import java.time.Instant;
import java.util.List;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;

/** Settings that know more of themselves than their types say. */
public interface SelfChecking {

  /** What is wrong with them; each fault names its key as the file, and no value. */
  default List<Fault> faults(Directory directory) {
    return List.of();
  }

  /** The same at a moment, for what may have come to its end. */
  default List<Fault> faults(Directory directory, Instant now) {
    return faults(directory);
  }
}
