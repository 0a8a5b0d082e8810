package vn.kt1.gateway.directory;

import java.util.List;

/** Configuration with faults: the gateway does not start on it. */
public class BadConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** Where (file, line from 1, 0 = the whole file), what is wrong, and what to write instead. */
  public record Fault(String file, int line, String wrong, String write) {
    @Override
    public String toString() {
      return file + (line > 0 ? ":" + line : "") + ": " + wrong + " -> " + write;
    }
  }

  public BadConfiguration(List<Fault> faults) {
    super(String.join("\n", faults.stream().map(Fault::toString).toList()));
    this.faults = List.copyOf(faults);
  }

  public List<Fault> faults() {
    return faults;
  }
}
