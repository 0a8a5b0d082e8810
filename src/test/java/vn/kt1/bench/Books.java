package vn.kt1.bench;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.core.ConditionTimeoutException;
import vn.kt1.testing.PartnerTree;
import vn.kt1.testing.PostTree;
import vn.kt1.testing.Site;

/** Holds what the gateway acknowledged and was told against what it and the post now have. */
final class Books {
  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Site site;
  private final PostTree post;
  private final PartnerTree partner;
  private final Set<String> lost = new TreeSet<>();
  private final Set<String> doubled = new TreeSet<>();
  private int orders;
  private int statusRows;

  Books(Site site) {
    this.site = site;
    this.post = new PostTree(site);
    this.partner = new PartnerTree(site, "hp-eoffice");
  }

  /** Waits until all is delivered; what is not by then shows in the counts. */
  void settle() {
    try {
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(this::settled);
    } catch (ConditionTimeoutException e) {
      site.sql(
              "select shipment_id || ' ' || state from shipment where network = 'KT1'"
                  + " and state <> 'DELIVERED'")
          .forEach(stuck -> lost.add("never delivered: " + stuck));
    }
  }

  private boolean settled() {
    // Files are taken in any order: the last state may be there before the news that led to it.
    return Site.names(partner.outbox()).isEmpty()
        && Site.names(site.receipts()).isEmpty()
        && Site.names(site.statuses()).isEmpty()
        && site.sql("select 1 from outbox where topic <> 'delivered' limit 1").isEmpty()
        && site.sql(
                "select 1 from dispatch where recipient = 'post' and due_at is not null limit 1")
            .isEmpty()
        && site.sql("select 1 from shipment where network = 'KT1' and state <> 'DELIVERED' limit 1")
            .isEmpty();
  }

  void check(Load load) {
    load.failures().forEach(failure -> lost.add("an office met " + failure));
    handOffs(load);
    orders();
    statuses();
    site.sql("select route || ' ' || reference from parking where resolved_at is null")
        .forEach(parked -> lost.add("parked: " + parked));
  }

  /** How many transactions have written hand-offs. */
  int commits() {
    return site.sql("select distinct xmin::text from hand_off").size();
  }

  private void handOffs(Load load) {
    Map<String, Set<String>> kept = new HashMap<>();
    site.sql(
            "select hand_off_id || ' ' || shipment_id from hand_off join shipment"
                + " using (hand_off_key)")
        .forEach(
            row -> {
              String[] pair = row.split(" ");
              kept.computeIfAbsent(pair[0], id -> new HashSet<>()).add(pair[1]);
            });
    load.acknowledged()
        .forEach((id, receipt) -> compare(id, shipments(receipt), kept.getOrDefault(id, Set.of())));
    load.dropped()
        .forEach(
            (id, file) -> {
              Set<String> found = kept.getOrDefault(id, Set.of());
              Path receipt = partner.receipts().resolve(file + ".receipt.json");
              if (!Files.exists(receipt)) {
                lost.add("no receipt of " + file);
              } else {
                compare(id, shipments(read(receipt)), found);
              }
            });
    Set<String> known = new HashSet<>(load.acknowledged().keySet());
    known.addAll(load.dropped().keySet());
    kept.keySet().stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> doubled.add("a hand-off nobody sent: " + id));
  }

  private void compare(String id, Collection<String> told, Set<String> found) {
    told.stream().filter(s -> !found.contains(s)).forEach(s -> lost.add(id + " " + s));
    found.stream().filter(s -> !told.contains(s)).forEach(s -> doubled.add(id + " " + s));
  }

  private static List<String> shipments(String receipt) {
    try {
      JsonNode tree = JSON.readTree(receipt);
      return (tree.isArray() ? tree : tree.path("shipments")).findValuesAsText("shipmentId");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private void orders() {
    List<String> written = new ArrayList<>();
    for (Path file : post.files()) {
      post.content(file).lines().skip(1).map(row -> row.split(",")[1]).forEach(written::add);
    }
    orders = written.size();
    List<String> owed = site.sql("select shipment_id from shipment where network = 'KT1'");
    once("order of ", owed, written);
  }

  /** Each row the post wrote is one event, and each event of the post was written by it. */
  private void statuses() {
    Set<String> told = new HashSet<>();
    for (String folder : List.of("", ".done")) {
      Path place = site.statuses().resolve(folder);
      Site.names(place).stream()
          .filter(name -> name.endsWith(".csv"))
          .forEach(
              name -> read(place.resolve(name)).lines().skip(1).forEach(r -> told.add(key(r))));
    }
    statusRows = told.size();
    once(
        "status ",
        told,
        site.sql(
            "select item_code || ' ' || raw_code || ' ' || (extract(epoch from occurred_at) *"
                + " 1000)::bigint from event where source = 'myvnp'"));
  }

  private static String key(String row) {
    String[] cells = row.split(",");
    return cells[0]
        + " "
        + cells[1]
        + " "
        + OffsetDateTime.parse(cells[3]).toInstant().toEpochMilli();
  }

  private void once(String what, Collection<String> wanted, List<String> found) {
    Set<String> seen = new HashSet<>();
    found.stream().filter(each -> !seen.add(each)).forEach(each -> doubled.add(what + each));
    wanted.stream().filter(each -> !seen.contains(each)).forEach(each -> lost.add(what + each));
    Set<String> known = new HashSet<>(wanted);
    seen.stream().filter(each -> !known.contains(each)).forEach(e -> doubled.add(what + e));
  }

  private static String read(Path file) {
    return PostTree.read(file);
  }

  Set<String> lost() {
    return lost;
  }

  Set<String> doubled() {
    return doubled;
  }

  int orderCount() {
    return orders;
  }

  int statusRowCount() {
    return statusRows;
  }
}
