package vn.kt1.gateway.transit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import vn.kt1.gateway.directory.Caller;
import vn.kt1.gateway.directory.Caller.Role;
import vn.kt1.gateway.directory.Directory;
import vn.kt1.gateway.directory.Terms;
import vn.kt1.gateway.directory.TransitTable;
import vn.kt1.gateway.directory.TransitTable.Promise;
import vn.kt1.gateway.directory.TransitTable.Promise.Measure;
import vn.kt1.gateway.directory.Zone;
import vn.kt1.gateway.directory.Zones;
import vn.kt1.gateway.dispatch.Outbox;
import vn.kt1.gateway.evidence.Evidence;
import vn.kt1.gateway.ledger.Room;
import vn.kt1.gateway.ledger.ShipmentView;
import vn.kt1.gateway.ledger.Shipments;
import vn.kt1.gateway.ledger.ShipmentsTold;
import vn.kt1.gateway.notice.NoticeContent;
import vn.kt1.gateway.notice.Notices;
import vn.kt1.gateway.post.Corrections;
import vn.kt1.gateway.shipment.Actor;
import vn.kt1.gateway.shipment.Rejected;
import vn.kt1.gateway.shipment.ShipmentState;
import vn.kt1.gateway.shipment.Urgency;
import vn.kt1.gateway.status.StatusNews;

/** When shipments are due, in the database. */
class TransitsIT {

  private static final String ITEM = "MK000000015VN";
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final Instant ACCEPTED = at(Room.MORNING);
  private static final Caller OPERATOR = new Caller("op", Role.OPERATOR, Set.of(), null);
  private static final Actor ACTOR = new Actor("op", null);
  private static Room room;

  private record Row(
      Instant acceptedAt,
      @Nullable Instant dueAt,
      @Nullable String target,
      @Nullable Instant attemptedAt,
      @Nullable String excluded,
      @Nullable String excludedBy,
      @Nullable String excludedNote) {}

  private Directory directory = directory(24, Set.of());

  @BeforeAll
  static void open() {
    room = new Room();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void empty() {
    room.empty();
    start();
  }

  @Test
  void a_shipment_is_due_by_the_table_of_the_day_of_acceptance() {
    String shipment = accepted();
    Row row = computed(shipment);
    assertThat(row.acceptedAt()).isEqualTo(ACCEPTED);
    assertThat(row.dueAt()).isEqualTo(ACCEPTED.plus(Duration.ofHours(24)));
    assertThat(row.target()).isEqualTo("hours");
    assertThat(row.attemptedAt()).isNull();
    assertThat(room.count("outbox where topic = 'transit'")).isZero();
  }

  @Test
  void what_is_not_accepted_has_no_row() {
    String shipment = room.classified("H24.16", "HO-1", 1).get(0);
    transits().told(ShipmentsTold.of(shipment, ShipmentState.ACCEPTED));
    assertThat(room.count("outbox where topic = 'transit'")).isEqualTo(1);
    transits().compute();
    assertThat(room.count("transit")).isZero();
  }

  @Test
  void the_first_attempt_counts_also_where_it_fails_and_where_its_news_is_late() {
    String shipment = accepted();
    apply("second", "14", "2026-11-23T15:00:00+07:00");
    assertThat(computed(shipment).attemptedAt()).isEqualTo(at("2026-11-23T15:00:00+07:00"));
    apply("first", "15", "2026-11-22T16:00:00+07:00");
    assertThat(computed(shipment).attemptedAt()).isEqualTo(at("2026-11-22T16:00:00+07:00"));
  }

  @Test
  void a_withdrawn_attempt_and_a_withdrawn_acceptance_count_no_more() {
    String shipment = accepted();
    apply("first", "15", "2026-11-22T16:00:00+07:00");
    assertThat(computed(shipment).attemptedAt()).isNotNull();
    withdraw(shipment, "DELIVERY_FAILED");
    assertThat(computed(shipment).attemptedAt()).isNull();
    withdraw(shipment, "ACCEPTED");
    transits().told(ShipmentsTold.of(shipment, ShipmentState.ACCEPTED));
    transits().compute();
    assertThat(room.count("transit")).isZero();
  }

  @Test
  void a_due_time_stays_when_the_table_changes() {
    String shipment = accepted();
    Row before = computed(shipment);
    directory = directory(6, Set.of());
    start();
    assertThat(computed(shipment)).isEqualTo(before);
    assertThat(room.count("transit_target where left_at is null")).isEqualTo(1);
    assertThat(room.count("transit_target where left_at is not null")).isEqualTo(1);
  }

  @Test
  void a_table_that_comes_too_late_counts_for_what_is_under_way() {
    Directory good = directory;
    directory = new Directory(good.units(), good.provinces(), good.partners());
    String shipment = accepted();
    assertThat(computed(shipment).dueAt()).as("nobody has promised a time").isNull();
    directory = good;
    start();
    transits().compute();
    assertThat(row(shipment).dueAt()).isEqualTo(ACCEPTED.plus(Duration.ofHours(24)));
  }

  @Test
  void a_special_area_is_excluded_by_the_gateway_and_a_person_has_the_last_word() {
    directory = directory(24, Set.of("G06.11"));
    start();
    String shipment = accepted();
    Row row = computed(shipment);
    assertThat(row.excluded()).isEqualTo("SPECIAL_AREA");
    assertThat(row.excludedBy()).isEqualTo("gateway");
    assertThat(row.excludedNote()).isEqualTo("SYNTHETIC zones");
    exclusions().include(ACTOR, shipment);
    exclusions().include(ACTOR, shipment);
    assertThat(computed(shipment).excluded()).isNull();
    assertThat(
            room.count("evidence where act = 'transit-included' and subject = '" + shipment + "'"))
        .isEqualTo(1);
  }

  @Test
  void an_exclusion_is_said_once() {
    String shipment = accepted();
    assertThatThrownBy(() -> exclusions().exclude(ACTOR, shipment, Exclusion.FORCE_MAJEURE, "Bão"))
        .as("before it is computed nobody runs against time")
        .isInstanceOf(Rejected.class);
    computed(shipment);
    exclusions().exclude(ACTOR, shipment, Exclusion.FORCE_MAJEURE, "Bão");
    exclusions().exclude(ACTOR, shipment, Exclusion.FORCE_MAJEURE, "Bão");
    assertThat(computed(shipment).excludedNote()).isEqualTo("Bão");
    assertThat(
            room.count("evidence where act = 'transit-excluded' and subject = '" + shipment + "'"))
        .isEqualTo(1);
  }

  @Test
  void what_is_about_to_be_late_is_told_once_a_day_without_hours() {
    String shipment = accepted();
    computed(shipment);
    room.clock.set("2026-11-23T04:59:00+07:00");
    digests().tell();
    assertThat(mails()).as("too early to be told, and not yet near").isEmpty();
    assertThat(rows().of(OPERATOR, null, 50)).isEmpty();
    room.clock.set("2026-11-23T08:00:00+07:00");
    digests().tell();
    room.clock.set("2026-11-23T11:00:00+07:00");
    digests().tell();
    assertThat(mails()).singleElement().asString().contains(shipment, ITEM).doesNotContain("09:00");
    room.clock.set("2026-11-24T08:00:00+07:00");
    digests().tell();
    assertThat(mails()).as("the next day again").hasSize(2);
  }

  @Test
  void hours_are_listed_for_those_who_see_the_degree() {
    String shipment = accepted();
    computed(shipment);
    room.clock.set("2026-11-23T06:30:00+07:00");
    Overdue one = rows().of(OPERATOR, "H24.16", 50).get(0);
    assertThat(one.shipmentId()).isEqualTo(shipment);
    assertThat(one.hoursLeft(room.clock.instant())).isEqualTo(2);
    assertThat(one.hoursLeft(at("2026-11-23T09:20:00+07:00"))).isEqualTo(-1);
    assertThat(rows().of(department("hai-phong"), null, 50)).hasSize(1);
    assertThat(rows().of(department("quang-ngai"), null, 50)).isEmpty();
    assertThat(rows().of(clerk("H24.16"), null, 50)).hasSize(1);
    assertThat(rows().of(clerk("G06.11"), null, 50)).as("who only receives it").isEmpty();
    assertThat(rows().of(new Caller("v", Role.VIEWER, Set.of(), null), null, 50)).isEmpty();
    exclusions().exclude(ACTOR, shipment, Exclusion.FORCE_MAJEURE, "Bão");
    assertThat(rows().of(OPERATOR, null, 50)).as("its time does not count").isEmpty();
  }

  @Test
  void the_ledger_shows_it_to_those_entitled() {
    String shipment = accepted();
    computed(shipment);
    ShipmentView view = room.get(Shipments.class).one(OPERATOR, shipment).orElseThrow();
    assertThat(view.degree()).asString().contains("dueAt=2026-11-23T02:00:00Z", "acceptance");
    Caller viewer = new Caller("v", Role.VIEWER, Set.of(), null);
    assertThat(room.get(Shipments.class).one(viewer, shipment).orElseThrow().degree()).isNull();
  }

  private static String accepted() {
    return room.accepted("HO-1", ITEM);
  }

  /** As at a start. */
  private void start() {
    new Targets(room.sql(), room.get(TransactionTemplate.class), room.clock, directory, transits())
        .afterSingletonsInstantiated();
  }

  private Row computed(String shipment) {
    transits().told(ShipmentsTold.of(shipment, ShipmentState.ACCEPTED));
    transits().compute();
    return row(shipment);
  }

  private static Row row(String shipment) {
    return room.sql()
        .sql("select * from transit where shipment_id = ?")
        .param(shipment)
        .query(Row.class)
        .single();
  }

  private Transits transits() {
    return new Transits(
        room.get(Outbox.class), new TransitRows(room.sql(), room.clock), new Promises(directory));
  }

  private static Exclusions exclusions() {
    return new Exclusions(room.sql(), room.get(Evidence.class), room.clock);
  }

  private static OverdueRows rows() {
    return new OverdueRows(room.sql(), room.clock, settings());
  }

  private OverdueDigests digests() {
    return new OverdueDigests(rows(), room.get(Notices.class), directory, room.clock, settings());
  }

  private static TransitSettings settings() {
    return new TransitSettings(Duration.ofHours(4), "08:00");
  }

  private static List<String> mails() {
    return room
        .sql()
        .sql("select content from dispatch where kind = 'SLA'")
        .query(byte[].class)
        .list()
        .stream()
        .map(content -> NoticeContent.read(content).text())
        .toList();
  }

  private static void apply(String file, String code, String at) {
    room.get(StatusNews.class)
        .apply(Room.statuses(file, room.happened(Room.event(1, ITEM, code, at))));
  }

  private static void withdraw(String shipment, String state) {
    UUID event =
        room.sql()
            .sql("select event_id from event where shipment_id = ? and state = ?")
            .params(shipment, state)
            .query(UUID.class)
            .single();
    room.get(Corrections.class).withdraw(OPERATOR, ACTOR, shipment, event, "Quét nhầm");
  }

  private static Caller department(String province) {
    return new Caller("d", Role.DEPARTMENT, Set.of(), province);
  }

  private static Caller clerk(String unit) {
    return new Caller("c", Role.CLERK, Set.of(unit), null);
  }

  /** The directory of the sandbox, with one promise everywhere. */
  private static Directory directory(int hours, Set<String> special) {
    Directory sandbox = room.get(Directory.class);
    Map<Urgency, Promise> promise = Map.of(Urgency.NORMAL, new Promise(Measure.HOURS, hours));
    TransitTable table =
        new TransitTable(
            "hours",
            FROM,
            null,
            false,
            null,
            LocalTime.NOON,
            LocalTime.of(17, 0),
            Map.of(
                Zone.WITHIN_PROVINCE, promise,
                Zone.WITHIN_REGION, promise,
                Zone.BETWEEN_PROVINCES, promise),
            "SYNTHETIC",
            false);
    Zones zones = new Zones("z", FROM, null, Map.of(), Set.of(), special, "SYNTHETIC zones", false);
    return new Directory(
        sandbox.units(),
        sandbox.provinces(),
        sandbox.partners(),
        List.of(),
        new Terms(List.of(), List.of(zones), List.of(), List.of(table), List.of()));
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
