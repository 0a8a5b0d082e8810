package vn.kt1.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("nightly")
class SimulatedPostKillIT {
  private static final int FILES = 100;
  private static final int ORDERS = 5;

  @TempDir Path temp;

  @Test
  void answers_each_order_once_however_often_it_is_killed() throws Exception {
    Path tree = Trees.post(temp.resolve("post"));
    handAll(tree.resolve("to-post/orders"));
    for (int written : List.of(20, 90, 170, 260, 400)) {
      Process child = child(tree);
      Awaitility.await()
          .pollInterval(Duration.ofMillis(1))
          .atMost(Duration.ofSeconds(30))
          .until(() -> written(tree) >= written);
      child.destroyForcibly().waitFor();
    }
    assertThat(written(tree)).as("killed midway").isLessThan(FILES * (1 + 1 + 4));

    Process child = child(tree);
    try {
      Path statuses = tree.resolve("from-post/status");
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> files(statuses).size() == FILES * 4);
    } finally {
      child.destroyForcibly().waitFor();
    }
    List<String> receipts = rows(tree.resolve("from-post/receipts"));
    assertThat(receipts).hasSize(FILES * ORDERS);
    assertThat(receipts).map(row -> row.split(",")[0]).doesNotHaveDuplicates();
    assertThat(receipts).map(row -> row.split(",")[3]).doesNotHaveDuplicates();
    assertThat(new TreeSet<>(rows(tree.resolve("from-post/status")))).hasSize(FILES * ORDERS * 4);
    assertThat(files(tree.resolve("to-post/orders"))).isEmpty();
  }

  /** Plays the post in a process of its own, for the test to kill. */
  static final class Player {
    public static void main(String[] arguments) throws Exception {
      Path temp = Path.of(arguments[0]);
      Duration step = Duration.ofMillis(1);
      new SimulatedPost(temp.resolve("post"), temp.resolve("memory"), Clock.systemUTC(), step)
          .start();
      new CountDownLatch(1).await();
    }
  }

  private Process child(Path tree) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Player.class.getName(),
            tree.getParent().toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void handAll(Path orders) throws IOException {
    for (int file = 0; file < FILES; file++) {
      String name = "KT1-ORDER_x_20261122T090000_%04d.csv".formatted(file + 1);
      int first = file * ORDERS;
      List<List<String>> rows =
          IntStream.range(first, first + ORDERS).mapToObj(SimulatedPostKillIT::order).toList();
      Sealed.write(orders.resolve(name), Csv.write(OrderFile.COLUMNS, rows));
    }
  }

  private static List<String> order(int number) {
    String line = "O-%d,S-%d,KT1_B,B,NORMAL,,H24.16,A,A,H24.31,B,B,,false,180,1,2026-11-22T09:00Z";
    return List.of(line.formatted(number, number).split(","));
  }

  /** Order files taken, receipt files and status files together. */
  private static int written(Path tree) throws IOException {
    return files(tree.resolve("to-post/orders/.done")).size()
        + files(tree.resolve("from-post/receipts")).size()
        + files(tree.resolve("from-post/status")).size();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".csv"))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  private static List<String> rows(Path folder) throws IOException {
    List<String> rows = new ArrayList<>();
    for (Path file : files(folder)) {
      assertThat(Sealed.read(file)).as("sealed").isPresent();
      Files.readAllLines(file).stream().skip(1).forEach(rows::add);
    }
    return rows;
  }
}
