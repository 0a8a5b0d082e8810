package vn.kt1.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time on the cores that a process and its children have had, from Linux's {@code /proc}. */
final class Cpu {

  private static final double TICKS_A_SECOND = 100;

  private Cpu() {}

  /** In seconds; 0 for a process that does not run on this machine. */
  static double of(long pid) {
    return ProcessHandle.of(pid)
        .map(
            process ->
                process.children().mapToDouble(child -> ticks(child.pid(), 2)).sum()
                    + ticks(pid, 4))
        .map(ticks -> ticks / TICKS_A_SECOND)
        .orElse(0.0);
  }

  /** In seconds, without its children. */
  static double ownOf(long pid) {
    return ticks(pid, 2) / TICKS_A_SECOND;
  }

  /** User and system time; with four fields also that of children that have ended. */
  private static double ticks(long pid, int fields) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      // The name of the program stands in brackets and may hold blanks.
      String[] after = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      double sum = 0;
      for (int field = 0; field < fields; field++) {
        sum += Long.parseLong(after[11 + field]);
      }
      return sum;
    } catch (IOException ended) {
      return 0;
    }
  }
}
