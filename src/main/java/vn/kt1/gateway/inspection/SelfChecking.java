package vn.kt1.gateway.inspection;

import java.util.List;
import vn.kt1.gateway.directory.BadConfiguration.Fault;
import vn.kt1.gateway.directory.Directory;

/** Settings that know more of themselves than their types say. */
public interface SelfChecking {

  /** What is wrong with them; each fault names its key as the file, and no value. */
  List<Fault> faults(Directory directory);
}
