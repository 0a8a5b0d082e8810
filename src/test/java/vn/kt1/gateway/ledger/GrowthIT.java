package vn.kt1.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.bench.GrowthRows;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.evidence.EvidenceCheck;
import vn.kt1.gateway.evidence.EvidenceLog;
import vn.kt1.gateway.held.HeldShipments;
import vn.kt1.gateway.news.StatusNewsFiles;
import vn.kt1.gateway.post.KeptFile;
import vn.kt1.gateway.post.KeptFiles;
import vn.kt1.gateway.post.PostTroubles;
import vn.kt1.gateway.shipment.Decision;
import vn.kt1.gateway.shipment.Network;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.tracking.PollItems;

/**
 * What is asked all the time reads no more rows of a ledger with a long history than of one with a
 * short one. Rows are counted by PostgreSQL, in the transaction that reads them.
 */
class GrowthIT {

  /** Hand-offs of four envelopes each. */
  private static final int SHORT = 1_500;

  private static final int LONG = 6_000;

  /** At most so many shipments for a page; both ledgers have more. */
  private static final int LOOKED_AT = 1_000;

  /** An index of block ranges tells some rows too many. */
  private static final double SLACK = 1.5;

  private static final Caller OPERATOR = new Caller("operator", Role.OPERATOR, Set.of(), null);
  private static final Caller DEPARTMENT =
      new Caller("department", Role.DEPARTMENT, Set.of(), "hai-phong");
  private static final Caller PARTNER =
      new Caller("hp-eoffice", Role.PARTNER, Set.of("H24.16", "H24.31", "H24.02", "H24.61"), null);

  private static final List<ShipmentState> UNTIL_DELIVERED =
      Stream.of(ShipmentState.values())
          .filter(state -> !state.end() || state == ShipmentState.DELIVERED)
          .toList();

  private static Room young;
  private static Room old;

  @BeforeAll
  static void fill() throws Exception {
    young = room(SHORT);
    old = room(LONG);
  }

  private static Room room(int handOffs) throws Exception {
    Room room = new Room();
    room.clock.set(Instant.now().toString());
    try (var owner = room.database.connection()) {
      new GrowthRows(owner, handOffs).history().underWay("1");
    }
    return room;
  }

  @AfterAll
  static void leave() {
    young.close();
    old.close();
  }

  private interface Asked {
    void of(Room room);
  }

  @TestFactory
  Stream<DynamicTest> no_more_rows_are_read_for() {
    Map<String, Asked> all = new LinkedHashMap<>();
    for (Caller caller : List.of(OPERATOR, DEPARTMENT, PARTNER)) {
      pages().forEach((what, query) -> all.put(what + " of " + caller.role(), page(caller, query)));
    }
    all.put("the counts of a day", room -> room.get(Today.class).counts());
    all.put("what is owed", room -> room.get(Today.class).owed());
    all.put("the last hand-offs", room -> room.get(Today.class).lastTaken(List.of("hp-eoffice")));
    all.put("held ones", room -> room.get(HeldShipments.class).overdue());
    all.put("answers that do not come", room -> room.get(PostTroubles.class).overdue());
    all.put("news", room -> room.get(StatusNewsFiles.class).make());
    all.put("items that are due", room -> room.get(PollItems.class).claim());
    all.put("the newest evidence", room -> room.get(EvidenceCheck.class).newest(100));
    all.put(
        "an hour of evidence",
        room -> room.get(EvidenceLog.class).span(hours(room, 1), hours(room, 0)));
    for (KeptFile.State state : KeptFile.State.values()) {
      all.put(state + " order files", room -> room.get(KeptFiles.class).page(state, null, 10));
    }
    return all.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> compare(each.getValue())));
  }

  /** Those of others are passed over; of those that ended otherwise there are ever more. */
  @TestFactory
  Stream<DynamicTest> so_many_rows_at_most_are_read_for() {
    List<DynamicTest> all = new ArrayList<>();
    all.add(
        DynamicTest.dynamicTest("all", () -> compare(page(DEPARTMENT, ofUnit(null)), LOOKED_AT)));
    for (Caller caller : List.of(OPERATOR, DEPARTMENT, PARTNER)) {
      for (ShipmentState state : ShipmentState.values()) {
        String what = state + " of " + caller.role();
        ShipmentQuery any = query(null, state, null, null, null, null, null);
        all.add(DynamicTest.dynamicTest(what, () -> compare(page(caller, any), LOOKED_AT)));
        all.add(
            DynamicTest.dynamicTest(
                what + ", a unit", () -> compare(page(caller, ofUnit(state)), LOOKED_AT)));
      }
    }
    return all.stream();
  }

  private static ShipmentQuery ofUnit(@Nullable ShipmentState state) {
    return query("H24.31", state, null, null, null, null, null);
  }

  private static Map<String, ShipmentQuery> pages() {
    Map<String, ShipmentQuery> pages = new LinkedHashMap<>();
    Instant now = Instant.now();
    pages.put("the first page", query(null, null, null, null, null, null, null));
    pages.put(
        "the next page",
        query(
            null,
            null,
            null,
            null,
            null,
            null,
            new ShipmentQuery.Cursor(now.minusSeconds(9000), "M")));
    pages.put(
        "a time",
        query(null, null, null, null, now.minusSeconds(9000), now.minusSeconds(5000), null));
    for (ShipmentState state : UNTIL_DELIVERED) {
      pages.put(state.name(), query(null, state, null, null, null, null, null));
    }
    pages.put("a network", query(null, null, Network.KT1, null, null, null, null));
    pages.put("an envelope", query(null, null, null, "N-1-77-2", null, null, null));
    return pages;
  }

  private static ShipmentQuery query(
      @Nullable String unit,
      @Nullable ShipmentState state,
      @Nullable Network network,
      @Nullable String envelope,
      @Nullable Instant from,
      @Nullable Instant to,
      ShipmentQuery.@Nullable Cursor after) {
    return new ShipmentQuery(
        unit, state, network, null, null, null, envelope, null, from, to, after, 10);
  }

  private static ShipmentQuery decidedAs(
      Decision.Outcome decision, ShipmentQuery.@Nullable Cursor after) {
    return new ShipmentQuery(
        null, null, null, decision, null, null, null, null, null, null, after, 10);
  }

  private static Asked page(Caller caller, ShipmentQuery query) {
    return room -> new Shipments(room.sql(), LOOKED_AT).page(caller, query);
  }

  private static Instant hours(Room room, int ago) {
    return room.clock.instant().minus(Duration.ofHours(ago));
  }

  private static void compare(Asked asked) {
    compare(asked, 0);
  }

  /** A filter looks at so many rows where the young ledger has fewer. */
  private static void compare(Asked asked, int lookedAt) {
    long few = rows(young, asked);
    assertThat(rows(old, asked))
        .isLessThanOrEqualTo(Math.max((long) (few * SLACK) + 200, lookedAt));
  }

  /** Undone again, so that each is asked of the same ledger. */
  private static long rows(Room room, Asked asked) {
    Long read =
        room.get(TransactionTemplate.class)
            .execute(
                status -> {
                  long before = rows(room);
                  asked.of(room);
                  status.setRollbackOnly();
                  return rows(room) - before;
                });
    return read == null ? 0 : read;
  }

  private static long rows(Room room) {
    return room.sql()
        .sql("select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables")
        .query(Long.class)
        .single();
  }

  /** Wherever a list looks, it shows the newest of those the caller may see, and no other. */
  @TestFactory
  Stream<DynamicTest> a_list_by_state_is_that_of_the_whole_table() {
    List<DynamicTest> all = new ArrayList<>();
    for (Caller caller : List.of(OPERATOR, DEPARTMENT, PARTNER)) {
      for (ShipmentState state : ShipmentState.values()) {
        for (String unit : List.of("", "H24.31")) {
          String what = state + " of " + caller.role() + " " + unit;
          all.add(DynamicTest.dynamicTest(what, () -> assertWhole(caller, state, unit)));
        }
      }
    }
    return all.stream();
  }

  private static void assertWhole(Caller caller, ShipmentState state, String unit) {
    ShipmentQuery query = query(unit.isEmpty() ? null : unit, state, null, null, null, null, null);
    List<String> listed =
        new Shipments(old.sql(), 1_000_000)
            .page(caller, query).items().stream().map(ShipmentView::shipmentId).toList();
    Conditions where =
        Conditions.visibleTo(caller)
            .and("s.state = :state", "state", state.name())
            .and("(:unit in ('', s.sender_code, s.recipient_code))", "unit", unit);
    List<String> there =
        old.sql()
            .sql(
                "select s.shipment_id from shipment s"
                    + where
                    + " order by s.handed_off_at desc, s.shipment_id desc limit 10")
            .params(where.parameters())
            .query(String.class)
            .list();
    assertThat(listed).isEqualTo(there);
  }

  @Test
  void a_cursor_tells_no_time_of_a_shipment_that_the_caller_may_not_see() {
    Caller stranger = new Caller("another", Role.PARTNER, Set.of("Z99.99"), null);
    ShipmentPage page =
        new Shipments(old.sql(), 20)
            .page(stranger, query("H24.31", null, null, null, null, null, null));
    assertThat(page.items()).isEmpty();
    assertThat(page.more()).isFalse();
  }

  /** Few are held in a thousand: pages that look at a thousand each are short, and some empty. */
  @Test
  void short_pages_lead_to_all_there_is() {
    List<String> all =
        old.sql()
            .sql("select shipment_id from shipment where outcome = 'HELD'")
            .query(String.class)
            .list();
    Shipments shipments = new Shipments(old.sql(), LOOKED_AT);
    List<String> read = new ArrayList<>();
    int pages = 0;
    ShipmentQuery.Cursor after = null;
    do {
      ShipmentPage page = shipments.page(OPERATOR, decidedAs(Decision.Outcome.HELD, after));
      page.items().forEach(item -> read.add(item.shipmentId()));
      after = page.next();
      pages++;
    } while (after != null);
    assertThat(read).containsExactlyInAnyOrderElementsOf(all).isNotEmpty();
    assertThat(pages).isGreaterThan(10);
  }
}
