package vn.kt1.gateway.startup;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/** The options Java was started with, whether on the line or by a variable of the environment. */
final class VirtualMachine implements Check {

  private static final String DUMPS = "-XX:+HeapDumpOnOutOfMemoryError";
  private static final String NOTHING = "leave it away";

  private final List<String> options;

  VirtualMachine(List<String> options) {
    this.options = options;
  }

  /** Those of this very process. */
  static List<String> options() {
    List<String> all = new ArrayList<>(ManagementFactory.getRuntimeMXBean().getInputArguments());
    HotSpotDiagnosticMXBean hotspot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    // Switched on later, or by a file of options.
    if (hotspot != null
        && Boolean.parseBoolean(hotspot.getVMOption("HeapDumpOnOutOfMemoryError").getValue())
        && !all.contains(DUMPS)) {
      all.add(DUMPS);
    }
    return all;
  }

  @Override
  public void look(Settings settings, Findings findings) {
    for (String option : options) {
      String name =
          option.replaceFirst("=.*", "").replaceFirst("^(-agentlib:jdwp|-Xrunjdwp).*", "$1");
      if (name.startsWith("-agentlib:jdwp") || name.startsWith("-Xrunjdwp")) {
        findings.wrong(name, "a debugger reads and changes everything", NOTHING);
      } else if (name.startsWith("-Dcom.sun.management.jmxremote")) {
        findings.wrong(name, "JMX from afar reads and changes everything", NOTHING);
      } else if (option.equals(DUMPS)) {
        // SECURITY: memory holds what stands on envelopes.
        findings.wrong(name, "a dump writes what stands on envelopes to a disk", NOTHING);
      } else if (LiteralSecrets.names(name) && option.length() > name.length() + 1) {
        findings.wrong(name, "a secret in the list of processes", LiteralSecrets.WRITE);
      }
    }
  }
}
