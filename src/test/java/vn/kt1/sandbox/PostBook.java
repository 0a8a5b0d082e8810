package vn.kt1.sandbox;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * The memory of the simulated post: for each order file the answers ({@code <batch>.answers}) and
 * how many files about them are out ({@code <batch>.sent}).
 *
 * <p>One durable file per order file, not per order: a hundred thousand orders are one write.
 */
final class PostBook {
  private final Path folder;
  private final Clock clock;
  private final Duration step;
  private final Map<String, Batch> batches = new LinkedHashMap<>();
  private final Map<String, Integer> sent = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private int serial;

  PostBook(Path folder, Clock clock, Duration step) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.clock = clock;
    this.step = step;
    // A random beginning: a book that was thrown away must not number the same items again.
    this.serial = new SecureRandom().nextInt(ItemCode.SERIALS / 2);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".answers")).sorted().toList()) {
        load(file);
      }
    }
    answers.values().stream()
        .map(Answer::itemCode)
        .filter(code -> !code.isEmpty())
        .mapToInt(ItemCode::serialOf)
        .max()
        .ifPresent(last -> serial = last);
  }

  /** Settles the answers durably; a batch or an order seen before keeps the answer it has. */
  void accept(String name, List<OrderFile.Order> orders) throws IOException {
    if (batches.containsKey(name)) {
      return;
    }
    Map<String, Answer> settled = new LinkedHashMap<>();
    for (OrderFile.Order order : orders) {
      Answer known = answers.get(order.orderId());
      settled.computeIfAbsent(order.orderId(), id -> known != null ? known : answer(order));
    }
    settle(new Batch(name, List.copyOf(settled.values())));
  }

  private void settle(Batch batch) throws IOException {
    List<List<Object>> rows = batch.answers().stream().map(Answer::row).toList();
    DurableFile.write(folder.resolve(batch.name() + ".answers"), Csv.write(Answer.COLUMNS, rows));
    remember(batch, 0);
  }

  /** Settles anew that the order is refused, unless a receipt is out that says otherwise. */
  void refuse(String orderId) throws IOException {
    List<Batch> holding =
        batches.values().stream()
            .filter(batch -> batch.answers().stream().anyMatch(a -> a.orderId().equals(orderId)))
            .toList();
    if (holding.stream().anyMatch(batch -> sent(batch) > 0)) {
      return;
    }
    for (Batch batch : holding) {
      settle(
          new Batch(
              batch.name(),
              batch.answers().stream()
                  .map(answer -> answer.orderId().equals(orderId) ? answer.refused() : answer)
                  .toList()));
    }
  }

  /** Batches about which files are still to be written. */
  List<Batch> open() {
    return batches.values().stream().filter(batch -> sent(batch) < batch.steps()).toList();
  }

  int sent(Batch batch) {
    return sent.getOrDefault(batch.name(), 0);
  }

  void markSent(Batch batch, int files) throws IOException {
    byte[] number = (files + "\n").getBytes(StandardCharsets.US_ASCII);
    DurableFile.write(folder.resolve(batch.name() + ".sent"), number);
    sent.put(batch.name(), files);
  }

  private Answer answer(OrderFile.Order order) {
    Journey journey = Journey.of(order.recipientName());
    return new Answer(
        order.orderId(),
        order.shipmentId(),
        journey,
        journey == Journey.REFUSED ? "" : nextItemCode(),
        // A desk notes whole seconds, and no acceptance before the order was there.
        clock.instant().plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS),
        step,
        order.weight().isBlank() ? "100" : order.weight());
  }

  private String nextItemCode() {
    return ItemCode.of(++serial);
  }

  private void load(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.answers$", "");
    CSVFormat format = OrderFile.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(new StringReader(Files.readString(file)), format)) {
      Path progress = folder.resolve(name + ".sent");
      remember(
          new Batch(name, new ArrayList<>(rows.stream().map(Answer::of).toList())),
          Files.exists(progress) ? Integer.parseInt(Files.readString(progress).strip()) : 0);
    }
  }

  private void remember(Batch batch, int files) {
    batches.put(batch.name(), batch);
    sent.put(batch.name(), files);
    answers.putAll(
        batch.answers().stream().collect(Collectors.toMap(Answer::orderId, Function.identity())));
  }
}
