package vn.kt1.gateway.startup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.kt1.gateway.directory.BadConfiguration.Fault;

/**
 * What was found: {@code faults}, which end a start and a check; and what is {@code open}: nobody
 * has set it yet, which ends a start, but on another machine than the gateway's says nothing.
 */
public final class Findings {

  private final Set<Fault> faults = new LinkedHashSet<>();
  private final Set<Fault> open = new LinkedHashSet<>();

  void wrong(Fault fault) {
    faults.add(fault);
  }

  void wrong(String where, String wrong, String write) {
    faults.add(new Fault(where, 0, wrong, write));
  }

  void wrong(Setting setting, String wrong, String write) {
    faults.add(setting.fault(wrong, write));
  }

  void open(Fault fault) {
    open.add(fault);
  }

  /** About a setting: wrong where somebody has set it, open where nobody has. */
  void about(Setting setting, String wrong, String write) {
    if (setting.given()) {
      faults.add(setting.fault(wrong, write));
    } else {
      open.add(setting.missing(wrong, write));
    }
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  public List<Fault> open() {
    return List.copyOf(open);
  }

  /** All that keeps a gateway from starting. */
  public List<Fault> all() {
    List<Fault> all = new ArrayList<>(open);
    all.addAll(faults);
    return all;
  }
}
